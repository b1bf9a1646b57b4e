import { spawnSync } from "node:child_process";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { account } from "#app/domain/ledger/accounts.ts";
import { askAll, checkLedger, checkLedgerIfLate } from "#app/domain/reports/check-ledger.server.ts";
import { findLedgerState } from "#app/domain/reports/find-ledger-state.server.ts";
import { LEDGER_WORDS } from "#app/domain/reports/ledger-words.ts";
import type { Tx } from "#db/client.server.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { LEDGER_QUESTIONS } from "#db/queries/ledger-check.ts";
import { aMarket, anOfficer, aProduct, type Market, REGENCY } from "#tests/factories/market.ts";
import { aFinishedOrder, drawUp, type Sold } from "#tests/factories/settlement.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db, url } = await testDatabase();
let market: Market;
let order: Sold;
const OFF = sql`set local session_replication_role = replica`;

beforeAll(async () => {
  market = await aMarket(db);
  const chips = await aProduct(db, market.siti, { price: 18_000 });
  order = await aFinishedOrder(db, market, chips);
  await drawUp(db);
});

/** What is wrong after `break_`, which is taken back again. */
async function wrongAfter(break_: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const taken = new Error("taken back");
  let wrong: string[] = [];
  await db
    .transaction()
    .execute(async (tx) => {
      // triggers and constraints keep all this from happening: here they look away
      await OFF.execute(tx);
      await break_(tx);
      wrong = (await askAll(tx)).filter(({ rows }) => rows > 0).map(({ key }) => key);
      throw taken;
    })
    .catch((error: unknown) => {
      if (error !== taken) throw error;
    });
  return wrong;
}

const entry = (account_: string, amount: number) => sql`
  insert into ledger_entry (posting_id, account, amount)
  select id, ${account_}, ${amount} from posting where key = ${`sale:${order.code}`}`;

describe("the check of the books", () => {
  it("finds nothing in good books, and says so", async () => {
    expect((await askAll(db)).map(({ rows }) => rows)).toEqual(LEDGER_QUESTIONS.map(() => 0));
    expect(Object.keys(LEDGER_WORDS).sort()).toEqual(LEDGER_QUESTIONS.map(({ key }) => key).sort());
  });

  it.each([
    ["zero", (tx: Tx) => entry(account.bank, 5).execute(tx)],
    ["accounts", (tx: Tx) => entry("warung:1:saku", 5).execute(tx)],
    ["totals", (tx: Tx) => sql`update payment set amount = amount + 1`.execute(tx)],
    ["payments", (tx: Tx) => sql`update payment set status = 'due', paid_at = null`.execute(tx)],
    ["surplus", (tx: Tx) => sql`update payment set received = amount + 1, status = 'paid'`.execute(tx)],
    ["sales", (tx: Tx) => sql`update payment set cash = 0`.execute(tx)],
    ["prepaid", (tx: Tx) => entry(account.prepaid(order.id), 7).execute(tx)],
    ["parties", (tx: Tx) => entry(account.sellerDue(market.yuni.id), -7).execute(tx)],
    ["parties", (tx: Tx) => entry(account.warungCash(order.warung.id + 1_000), 7).execute(tx)],
    [
      "shares",
      (tx: Tx) => sql`update ledger_entry set amount = amount - 1 where account like 'umkm:%'`.execute(tx),
    ],
    [
      "tills",
      (tx: Tx) =>
        sql`update settlement set offset_cash = offset_cash + 1, earned = earned + 1 where warung_id is not null`.execute(
          tx,
        ),
    ],
    ["tills", (tx: Tx) => sql`update payment set cash = cash - 1`.execute(tx)],
    [
      "settlement_lines",
      (tx: Tx) => sql`update settlement set earned = earned + 1, carried_in = carried_in - 1`.execute(tx),
    ],
    ["settlement_lines", (tx: Tx) => sql`delete from settlement_line`.execute(tx)],
    [
      "settlement_money",
      (tx: Tx) => sql`update settlement set status = 'paid' where umkm_id is not null`.execute(tx),
    ],
    [
      "settlement_payouts",
      (tx: Tx) => sql`update settlement set status = 'batched' where umkm_id is not null`.execute(tx),
    ],
    ["carried", (tx: Tx) => sql`update settlement set carried_in = 5, earned = earned - 5`.execute(tx)],
    [
      "balances",
      (tx: Tx) =>
        insertPosting(tx, { key: "uji", kind: "settlement_paid" }, [
          { account: account.sellerDue(market.siti.id), amount: 100 },
          { account: account.bank, amount: -100 },
        ]).then(() =>
          sql`insert into settlement_posting (posting_id, settlement_id)
            select p.id, s.id from posting p, settlement s where p.key = 'uji' and s.umkm_id is not null`.execute(
            tx,
          ),
        ),
    ],
    [
      "receipts",
      (tx: Tx) =>
        sql`insert into payment_receipt (key, order_id, method, amount, confirmed_by)
          values ('uji', ${order.id}, 'card', 5, 'uji')`.execute(tx),
    ],
    [
      "refunds",
      (tx: Tx) =>
        sql`insert into refund (kind, order_id, amount, method, status)
          values ('surplus', ${order.id}, 5, 'card', 'due')`.execute(tx),
    ],
    [
      "refund_limits",
      (tx: Tx) =>
        sql`insert into refund (kind, order_id, complaint_id, order_line_id, amount, method, status, warung_id)
          values ('complaint', ${order.id}, 1, 1, 5000000, 'cash', 'due', ${order.warung.id})`.execute(tx),
    ],
    [
      "card_holds",
      (tx: Tx) => sql`update payment set method = 'card', status = 'due', paid_at = null`.execute(tx),
    ],
    [
      "cards",
      (tx: Tx) =>
        sql`insert into card_payment (checkout_id, status, amount, return_url, session_expires_at, session_id, intent_id, held, hold_expires_at, captured)
          select checkout_id, 'captured', 10, 'uji', now(), 'cs_uji', 'pi_uji', 10, now(), 10 from "order" where id = ${order.id}`.execute(
          tx,
        ),
    ],
    [
      "hand_ins",
      (tx: Tx) =>
        sql`insert into hand_in (code, form_key, warung_id, regency_code, way, amount, counted, status, decided_at)
          values ('ST-234567', gen_random_uuid(), ${order.warung.id}, ${REGENCY}, 'cashier', 100, 100, 'confirmed', now())`.execute(
          tx,
        ),
    ],
    ["deposits", (tx: Tx) => entry(account.officeCash(REGENCY), -5).execute(tx)],
    ["disputes", (tx: Tx) => entry(account.providerDisputed, 5).execute(tx)],
  ] as const)("finds what breaks %s", async (key, break_) => {
    expect(await wrongAfter(break_)).toContain(key);
  });

  it("tells the province, and nobody else", async () => {
    const dewi = await anOfficer(db, "Bu Dewi", null);
    expect(await findLedgerState(db, dewi)).toBeNull();
    await checkLedgerIfLate(db);
    await checkLedgerIfLate(db);
    expect(await db.selectFrom("ledger_check").select("id").execute()).toHaveLength(1);
    await checkLedger(db);
    expect(await findLedgerState(db, dewi)).toMatchObject({ asked: LEDGER_QUESTIONS.length, wrong: [] });
    await db
      .insertInto("ledger_check")
      .values({ asked: 17, wrong: JSON.stringify({ zero: { rows: 2, first: [] } }) })
      .execute();
    expect((await findLedgerState(db, dewi))?.wrong).toEqual([{ sentence: LEDGER_WORDS.zero, rows: 2 }]);
    expect(await findLedgerState(db, market.officer)).toBeNull();
  });
});

describe("npm run ledger:check", () => {
  const check = () =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/ledger-check.ts"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: url },
    });

  it("prints every question and ends well with good books, badly with others", async () => {
    const good = check();
    expect(good.stdout).toContain(`Buku cocok: ${LEDGER_QUESTIONS.length} pertanyaan.`);
    expect(good.status).toBe(0);
    await db.transaction().execute(async (tx) => {
      await OFF.execute(tx);
      await entry(account.bank, 5).execute(tx);
    });
    const bad = check();
    expect(bad.stdout).toMatch(/Setiap pembukuan berjumlah nol +TIDAK COCOK: 1/);
    expect(bad.status).toBe(1);
  }, 240_000);
});
