import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import { findOfficerQueue } from "#app/domain/orders/find-officer-queue.server.ts";
import { startTestOrder } from "#app/domain/orders/start-test-order.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { refreshMarketFigures } from "#app/domain/reports/refresh-market-figures.server.ts";
import { confirmWarungMobile } from "#app/domain/warung/confirm-warung-mobile.server.ts";
import { findReadiness } from "#app/domain/warung/find-readiness.server.ts";
import { openForOrders } from "#app/domain/warung/open-for-orders.server.ts";
import { sendWarungCode } from "#app/domain/warung/send-warung-code.server.ts";
import { BadInput, NotAllowed, StaleOrder, StaleRecord } from "#app/lib/errors.ts";
import { aMarket, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, walk } from "#tests/factories/order.ts";
import { aDesignatedWarung, carryThrough, prepare } from "#tests/factories/warung.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const { officer, foreignOfficer, riceId } = market;

const missing = async (id: number) =>
  (await findReadiness(db, id)).points.filter((point) => !point.done).map((point) => point.key);
const statusOf = async (code: string) =>
  (await db.selectFrom("order").select("status").where("code", "=", code).executeTakeFirstOrThrow()).status;

/** Where a test order may leave a trace. */
const TRACES = [
  "order",
  "order_line",
  "order_event",
  "checkout",
  "offer",
  "routing",
  "delivery_attempt",
  "audit_log",
  "message",
];

/** All other tables, each with the fingerprint of all its rows. */
async function everythingElse(): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const found: Record<string, string> = {};
  for (const { name } of rows.filter((table) => !TRACES.includes(table.name))) {
    const { rows: all } = await sql<{ print: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${sql.table(name)} t`.execute(
      db,
    );
    found[name] = all[0]!.print;
  }
  return found;
}

describe("the gate", () => {
  it("is worked through point by point, and opens only when all is there", async () => {
    const warung = await aDesignatedWarung(db);
    expect(await missing(warung.id)).toEqual(["hours", "villages", "fees", "staples", "test"]);
    await expect(startTestOrder(officer, db, { slug: warung.slug })).rejects.toThrow(BadInput);
    await prepare(db, warung, riceId);
    expect(await missing(warung.id)).toEqual(["test"]);
    await expect(openForOrders(warung.keeper, db)).rejects.toThrow(BadInput);
    await expect(startTestOrder(foreignOfficer, db, { slug: warung.slug })).rejects.toThrow(NotAllowed);
    const code = await startTestOrder(officer, db, { slug: warung.slug });
    await carryThrough(db, warung.keeper, code);
    expect(await missing(warung.id)).toEqual([]);
    await openForOrders(warung.keeper, db);
    await openForOrders(warung.keeper, db);
    const { status } = await db
      .selectFrom("warung")
      .select("status")
      .where("id", "=", warung.id)
      .executeTakeFirstOrThrow();
    expect(status).toBe("ready");
    await expect(startTestOrder(officer, db, { slug: warung.slug })).rejects.toThrow(StaleRecord);
  });

  it("confirms another number than the account's by six digits, with few tries", async () => {
    const { id, keeper } = await aDesignatedWarung(db);
    await db.updateTable("warung").set({ mobile: "+6281373009999" }).where("id", "=", id).execute();
    expect(await missing(id)).toContain("phone");
    await sendWarungCode(keeper, db);
    const { body, secret } = await db
      .selectFrom("message")
      .select(["body", "secret"])
      .where("mobile", "=", "+6281373009999")
      .executeTakeFirstOrThrow();
    const code = /\d{6}/.exec(body)![0];
    expect(secret).toBe(true);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 5; tries++) {
      await expect(confirmWarungMobile(keeper, db, { code: wrong })).rejects.toThrow(BadInput);
    }
    await expect(confirmWarungMobile(keeper, db, { code })).rejects.toThrow(BadInput);
    await sendWarungCode(keeper, db);
    const again = await db
      .selectFrom("message")
      .select("body")
      .where("mobile", "=", "+6281373009999")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    await confirmWarungMobile(keeper, db, { code: /\d{6}/.exec(again.body)![0] });
    expect(await missing(id)).not.toContain("phone");
  });
});

describe("a test order", () => {
  it("moves no money, no stock, nobody's place and no figure", async () => {
    // a market at work: a sale in the books, places held
    const sale = await aPlacedOrder(db, [{ item: { stapleId: riceId, regencyCode: REGENCY }, quantity: 2 }]);
    await walk(db, market, sale, "out_for_delivery");
    const warung = await aDesignatedWarung(db);
    await prepare(db, warung, riceId);
    await refreshMarketFigures(db);
    await sql`update market_figure set counted_at = '2020-01-01'`.execute(db);
    const before = await everythingElse();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        "payment",
        "ledger_entry",
        "posting",
        "variant",
        "stock_change",
        "warung_window",
        "market_figure",
      ]),
    );
    const code = await startTestOrder(officer, db, { slug: warung.slug });
    await carryThrough(db, warung.keeper, code);
    await refreshMarketFigures(db);
    await sql`update market_figure set counted_at = '2020-01-01'`.execute(db);
    expect(await everythingElse()).toEqual(before);
    expect(await statusOf(code)).toBe("delivered");
  });

  it("just closes when it is declined or not answered, counts against nobody, and may be started again", async () => {
    const warung = await aDesignatedWarung(db);
    await prepare(db, warung, riceId);
    const first = await startTestOrder(officer, db, { slug: warung.slug });
    await expect(startTestOrder(officer, db, { slug: warung.slug })).rejects.toThrow(BadInput);
    await declineOrder(warung.keeper, db, { code: first, reason: "ramai" });
    expect(await statusOf(first)).toBe("cancelled");

    const second = await startTestOrder(officer, db, { slug: warung.slug });
    const offer = await db
      .updateTable("offer")
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where("warung_id", "=", warung.id)
      .where("status", "=", "pending")
      .returning("id")
      .executeTakeFirstOrThrow();
    await expireOffer(db, offer.id);
    expect(await statusOf(second)).toBe("cancelled");
    const { expiries_in_row } = await db
      .selectFrom("warung")
      .select("expiries_in_row")
      .where("id", "=", warung.id)
      .executeTakeFirstOrThrow();
    expect(expiries_in_row).toBe(0);
    await startTestOrder(officer, db, { slug: warung.slug });
    expect(await missing(warung.id)).toEqual(["test"]);
  });

  it("is in no officer's queue, however late, and cannot be taken over", async () => {
    const warung = await aDesignatedWarung(db);
    await prepare(db, warung, riceId);
    const code = await startTestOrder(officer, db, { slug: warung.slug });
    await acceptOrder(warung.keeper, db, { code });
    await db
      .updateTable("order")
      .set({ deadline_at: new Date(0) })
      .where("code", "=", code)
      .execute();
    const { orders } = await findOfficerQueue(db, officer, { part: "needing", after: undefined });
    expect(orders.map((order) => order.code)).not.toContain(code);
    await expect(takeOverOrder(officer, db, { code })).rejects.toThrow(StaleOrder);
  });
});
