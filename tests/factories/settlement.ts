import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { changeAccount } from "#app/domain/settlement/change-account.server.ts";
import { confirmAccount } from "#app/domain/settlement/confirm-account.server.ts";
import { drawUpSettlements } from "#app/domain/settlement/draw-up-settlements.server.ts";
import { addMinutes, now } from "#app/lib/clock.ts";
import type { Db } from "#db/client.server.ts";
import { type Market, REGENCY, type TestProduct, type TestSeller, type TestWarung } from "./market.ts";
import { aPlacedOrder, type TestOrder, walk } from "./order.ts";

const WEEK = 7 * 24 * 60;

/** The Tuesday after next: what is booked today is due by then, whatever day it is. */
export const inWeeks = (weeks: number): Date => addMinutes(now(), weeks * WEEK);

/** Draws up what is due as the worker will in so many weeks. @returns how many settlements */
export const drawUp = (db: Db, weeks = 1): Promise<number> => drawUpSettlements(db, inWeeks(weeks));

export type Sold = TestOrder & { readonly warung: TestWarung };

/** Pieces of a seller's product and a kilo of rice, handed over for cash; the time to complain still runs. */
export async function aSoldOrder(
  db: Db,
  market: Market,
  product: TestProduct,
  { quantity = 2, seller = market.siti }: { quantity?: number; seller?: TestSeller } = {},
): Promise<Sold> {
  const order = await aPlacedOrder(db, [
    { item: { variantId: product.variantId }, quantity },
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
  ]);
  const { warung, operator } = await walk(db, market, order, "out_for_delivery", [seller]);
  await deliverOrder(operator, db, { code: order.code, pin: order.pin });
  return { ...order, warung };
}

/** As `aSoldOrder`, and nobody complained. */
export async function aFinishedOrder(...given: Parameters<typeof aSoldOrder>): Promise<Sold> {
  const order = await aSoldOrder(...given);
  await completeOrder(given[0], order.id);
  return order;
}

/** A seller's or a warung's bank account. */
export async function giveAccount(
  db: Db,
  who: TestSeller | TestWarung,
  accountNumber = "1234567890",
): Promise<void> {
  const given = { bank: "121", accountNumber, holder: who.name };
  if ("seller" in who) await changeAccount(who.seller, db, { as: "seller", ...given });
  else await changeAccount(who.operator, db, { as: "operator", ...given });
}

export type DrawnSettlement = {
  readonly id: number;
  readonly code: string;
  readonly amount: number;
  readonly status: string;
  readonly earned: number;
  readonly carried_in: number;
  readonly offset_cash: number;
};

/** The settlements of an account, the oldest first. */
export async function settlementsOf(db: Db, account: string): Promise<DrawnSettlement[]> {
  return db
    .selectFrom("settlement")
    .select(["id", "code", "amount", "status", "earned", "carried_in", "offset_cash"])
    .where("account", "=", account)
    .orderBy("id")
    .execute();
}

/** Officers found the accounts of all that wait right. */
export async function confirmAll(db: Db, officer: Parameters<typeof confirmAccount>[0]): Promise<void> {
  const rows = await db
    .selectFrom("settlement as s")
    .leftJoin("umkm as u", "u.id", "s.umkm_id")
    .leftJoin("warung as w", "w.id", "s.warung_id")
    .select("s.code")
    .where("s.status", "in", ["drawn_up", "bounced"])
    .where((eb) =>
      eb.or([
        eb.and([eb("u.bank_account_sealed", "is not", null), eb("u.bank_account_confirmed_at", "is", null)]),
        eb.and([eb("w.bank_account_sealed", "is not", null), eb("w.bank_account_confirmed_at", "is", null)]),
      ]),
    )
    .distinctOn(["s.account"])
    .execute();
  for (const { code } of rows) await confirmAccount(officer, db, { settlement: code });
}

/** What an account comes to, in rupiah; positive is a debit. */
export async function balanceOf(db: Db, account: string): Promise<number> {
  const row = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.sum<number>("amount").as("amount"))
    .where("account", "=", account)
    .executeTakeFirstOrThrow();
  return Number(row.amount ?? 0);
}
