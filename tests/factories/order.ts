import { randomUUID } from "node:crypto";
import { type Actor, guest } from "#app/domain/accounts/actor.ts";
import { addToCart, type CartItem } from "#app/domain/cart/add-to-cart.server.ts";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { type OrderForm, placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import type { Db } from "#db/client.server.ts";
import { KEDATON, type Market, type TestSeller, type TestWarung } from "./market.ts";

export type Basket = readonly { readonly item: CartItem; readonly quantity: number }[];

/** A guest's cart with these things in it. @returns its token */
export async function aCart(db: Db, basket: Basket): Promise<string> {
  let token: string | undefined;
  for (const { item, quantity } of basket) {
    token = (await addToCart(guest, db, { token, item, quantity })).token;
  }
  return token!;
}

/** The checkout form as a buyer in Kedaton would send it, having seen today's quote. */
export async function aForm(db: Db, token: string, changes: Partial<OrderForm> = {}): Promise<OrderForm> {
  const quote = await findQuote(db, {
    holder: cartHolder(guest, token),
    villageCode: changes.villageCode ?? KEDATON,
  });
  return {
    formKey: randomUUID(),
    seal: quote.seal,
    name: "Rina Yulianti",
    mobile: "+6281234567890",
    villageCode: KEDATON,
    street: "Jl. Pramuka No. 12",
    rt: "004",
    rw: "002",
    landmark: "depan musala Al-Ikhlas",
    missingChoice: "drop",
    ...changes,
  };
}

export type TestOrder = {
  readonly code: string;
  readonly secret: string;
  readonly id: number;
  readonly pin: string;
};

/** Places an order by the real way: cart, quote, form. */
export async function aPlacedOrder(
  db: Db,
  basket: Basket,
  changes: Partial<OrderForm> = {},
): Promise<TestOrder> {
  const token = await aCart(db, basket);
  const placed = await placeOrder(guest, db, { token, form: await aForm(db, token, changes) });
  const { id, pin } = await db
    .selectFrom("order")
    .select(["id", "pin"])
    .where("code", "=", placed.code)
    .executeTakeFirstOrThrow();
  return { ...placed, id, pin };
}

/** The warung with the pending offer of an order. */
export async function askedWarung(db: Db, orderId: number, market: Market): Promise<TestWarung | undefined> {
  const offer = await db
    .selectFrom("offer")
    .select("warung_id")
    .where("order_id", "=", orderId)
    .where("status", "=", "pending")
    .executeTakeFirst();
  return [market.budi, market.ani, market.dedi].find((warung) => warung.id === offer?.warung_id);
}

export async function statusOf(db: Db, orderId: number): Promise<string> {
  const row = await db
    .selectFrom("order")
    .select("status")
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  return row.status;
}

/** Walks an order through the real verbs until it is accepted, ready or on its way. */
export async function walk(
  db: Db,
  market: Market,
  order: TestOrder,
  until: "offered" | "accepted" | "ready" | "out_for_delivery",
  sellers: readonly TestSeller[] = [],
): Promise<{ warung: TestWarung; operator: Actor }> {
  await routeOrder(db, order.id);
  const warung = (await askedWarung(db, order.id, market))!;
  const { operator } = warung;
  const { code } = order;
  if (until === "offered") return { warung, operator };
  await acceptOrder(operator, db, { code });
  if (until === "accepted") return { warung, operator };
  for (const { id, seller } of sellers) {
    await confirmSellerLine(seller, db, { code });
    await handOverSellerLine(seller, db, { code });
    await receiveSellerLine(operator, db, { code, umkmId: id });
  }
  const staples = await db
    .selectFrom("order_line")
    .select("id")
    .where("order_id", "=", order.id)
    .where("staple_id", "is not", null)
    .execute();
  for (const { id } of staples) await gatherStaple(operator, db, { code, lineId: id, gathered: true });
  await markReady(operator, db, { code });
  if (until === "out_for_delivery") await dispatchOrder(operator, db, { code });
  return { warung, operator };
}
