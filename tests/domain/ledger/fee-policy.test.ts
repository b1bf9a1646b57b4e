import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { percentText, soonestFeeDay } from "#app/domain/ledger/fee-days.ts";
import { findComingFees } from "#app/domain/ledger/find-coming-fees.server.ts";
import { findFeePolicies } from "#app/domain/ledger/find-fee-policies.server.ts";
import { setFeePolicy } from "#app/domain/ledger/set-fee-policy.server.ts";
import { findStatement } from "#app/domain/settlement/find-statement.server.ts";
import { addMinutes, dateWib, now } from "#app/lib/clock.ts";
import { BadInput, NotAllowed } from "#app/lib/errors.ts";
import { aMarket, anOfficer, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aFinishedOrder, balanceOf, drawUp, settlementsOf } from "#tests/factories/settlement.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
let dewi: Actor;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_050, stock: 100 });
  dewi = await anOfficer(db, "Bu Dewi", null);
});
afterEach(async () => expect(await findBreaches(db)).toEqual([]));

const soonest = () => soonestFeeDay(now());

describe("what is kept of sellers' goods", () => {
  it("is decided by the province, for a day that sellers can get ready for", async () => {
    const given = { startsOn: soonest(), commissionBp: 250, handlingBp: 100 };
    await expect(setFeePolicy(market.officer, db, given)).rejects.toThrow(NotAllowed);
    await expect(setFeePolicy(dewi, db, { ...given, startsOn: dateWib(now()) })).rejects.toThrow(BadInput);
    await expect(
      setFeePolicy(dewi, db, { ...given, commissionBp: 4_000, handlingBp: 1_001 }),
    ).rejects.toThrow(BadInput);
    await setFeePolicy(dewi, db, given);
    await expect(setFeePolicy(dewi, db, given)).rejects.toThrow(BadInput);
    const { now: holding, coming } = await findComingFees(db, now());
    expect(holding).toMatchObject({ commission_bp: 0, handling_bp: 0 });
    expect(coming).toMatchObject([{ starts_on: soonest(), commission_bp: 250, handling_bp: 100 }]);
    const later = await findFeePolicies(db, dewi, addMinutes(now(), 8 * 24 * 60));
    expect(later.map(({ time }) => time)).toEqual(["holds", "over"]);
    const audit = await db
      .selectFrom("audit_log")
      .select(["thing_key", "detail"])
      .where("action", "=", "fee.set")
      .execute();
    expect(audit).toEqual([
      { thing_key: soonest(), detail: { from: soonest(), commission: "2,5\u00a0%", handling: "1\u00a0%" } },
    ]);
  });

  it("holds for what is handed over from that day on, and the seller reads each part of it", async () => {
    await aFinishedOrder(db, market, chips);
    await db
      .insertInto("fee_policy")
      .values({ starts_on: dateWib(now()), commission_bp: 250, handling_bp: 100, decided_by: "Uji" })
      .execute();
    const earned = -(await balanceOf(db, account.commission));
    await aFinishedOrder(db, market, chips);
    // 2.5 % and 1 % of Rp36.100, each rounded down
    expect(-(await balanceOf(db, account.commission)) - earned).toBe(902);
    await drawUp(db);
    const [settlement] = await settlementsOf(db, account.sellerDue(market.siti.id));
    const { lines } = await findStatement(db, market.siti.seller, { as: "seller", code: settlement!.code });
    expect(lines.map(({ goods, deducted, amount }) => [goods, deducted, amount])).toEqual([
      [36_100, 0, 36_100],
      [36_100, -1_263, 34_837],
    ]);
  });

  it("is said as people say it", () => {
    expect([0, 250, 100, 33].map(percentText)).toEqual(["0\u00a0%", "2,5\u00a0%", "1\u00a0%", "0,33\u00a0%"]);
  });
});
