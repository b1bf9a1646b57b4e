import { expect, it } from "vitest";
import { account } from "#app/domain/ledger/accounts.ts";
import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { settlementPaper } from "#app/domain/reports/settlement-paper.server.ts";
import { settlementSheet } from "#app/domain/reports/settlement-sheet.ts";
import { findStatement, type Statement } from "#app/domain/settlement/find-statement.server.ts";
import { aMarket, aProduct } from "#tests/factories/market.ts";
import { aFinishedOrder, drawUp, settlementsOf } from "#tests/factories/settlement.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const chips = await aProduct(db, market.siti, { price: 18_000 });
const order = await aFinishedOrder(db, market, chips);
await drawUp(db);

async function statementOf(as: "seller" | "operator"): Promise<Statement> {
  const [name, actor] =
    as === "seller"
      ? [account.sellerDue(market.siti.id), market.siti.seller]
      : [account.warungEarnings(order.warung.id), order.warung.operator];
  const [settlement] = await settlementsOf(db, name);
  return findStatement(db, actor, { as, code: settlement!.code });
}

const pagesOf = (bytes: Buffer) => bytes.toString("latin1").match(/\/Type \/Page\b/g)?.length;

it.each(["seller", "operator"] as const)(
  "a %s's settlement is one A4 page, the same bytes every time",
  async (as) => {
    const statement = await statementOf(as);
    const { name, bytes } = await settlementPaper(statement);
    expect(name).toBe(`penyelesaian-${statement.settlement.code}.pdf`);
    expect(pagesOf(bytes)).toBe(1);
    expect(bytes.toString("latin1")).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/);
    expect((await settlementPaper(statement)).bytes.equals(bytes)).toBe(true);
  },
);

it("a long one goes on over as many pages as it takes", async () => {
  const statement = await statementOf("seller");
  const lines = Array.from({ length: 120 }, () => statement.lines[0]!);
  expect(pagesOf((await settlementPaper({ ...statement, lines })).bytes)).toBeGreaterThan(2);
});

it("as a spreadsheet its lines and what follows add up to what is transferred", async () => {
  for (const as of ["seller", "operator"] as const) {
    const statement = await statementOf(as);
    const { rows } = settlementSheet(statement);
    const amounts = rows.map((row) => Number(row.at(-1)));
    expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1));
    expect(amounts.at(-1)).toBe(statement.settlement.amount);
  }
  const pieces: Buffer[] = [];
  for await (const piece of csvOf(settlementSheet(await statementOf("seller"))).bytes) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toContain(`Penjualan;${order.code};`);
});
