import { guest } from "#app/domain/accounts/actor.ts";
import { startCardPayment } from "#app/domain/payments/card/start-card-payment.server.ts";
import type { Db } from "#db/client.server.ts";
import { stripe } from "../support/stripe-shop.ts";
import { REGENCY } from "./market.ts";
import { aPlacedOrder, type Basket, type TestOrder } from "./order.ts";

export type CardOrder = TestOrder & { readonly checkoutId: number; readonly total: number };

/** Three bags and five kilos of rice. */
export function aBasket(variantId: number, riceId: number): Basket {
  return [
    { item: { variantId }, quantity: 3 },
    { item: { stapleId: riceId, regencyCode: REGENCY }, quantity: 5 },
  ];
}

/** An order that waits for its buyer to pay by card. */
export async function aCardOrder(db: Db, basket: Basket): Promise<CardOrder> {
  const order = await aPlacedOrder(db, basket, { paymentMethod: "card" });
  const { checkout_id: checkoutId } = await db
    .selectFrom("order")
    .select("checkout_id")
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  const { total } = await db
    .selectFrom("order")
    .select((eb) => eb.fn.sum<number>("total").as("total"))
    .where("checkout_id", "=", checkoutId)
    .executeTakeFirstOrThrow();
  return { ...order, checkoutId, total: Number(total) };
}

/** The buyer asks for the page to pay on. @returns its address */
export function askForPage(db: Db, { code, secret }: CardOrder): Promise<string | null> {
  return startCardPayment(guest, db, { code, secret, page: `http://lapak.test/pesanan/${code}` });
}

/** The page's session at the provider, from its address. */
export const sessionOf = (page: string | null) => page!.split("/").at(-1)!;

/** The buyer goes to the page and pays. @returns the session */
export async function payOnPage(db: Db, order: CardOrder): Promise<string> {
  const session = sessionOf(await askForPage(db, order));
  stripe.pay(session);
  return session;
}

export function cardOf(db: Db, { checkoutId }: { checkoutId: number }) {
  return db
    .selectFrom("card_payment")
    .selectAll()
    .where("checkout_id", "=", checkoutId)
    .executeTakeFirstOrThrow();
}
