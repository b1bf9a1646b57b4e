import "#tests/support/stripe-shop.ts";
import { beforeAll, expect, it } from "vitest";
import { type Actor, guest } from "#app/domain/accounts/actor.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { confirmCardPayment } from "#app/domain/payments/card/confirm-card-payment.server.ts";
import { findCardDesk } from "#app/domain/payments/card/find-card-desk.server.ts";
import { NotAllowed } from "#app/lib/errors.ts";
import { aBasket, aCardOrder, cardOf, payOnPage } from "#tests/factories/card.ts";
import { aMarket, anOfficer, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { walk } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { hear, runCardJobs } from "#tests/support/card-jobs.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stripe } from "#tests/support/stripe-shop.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
let dewi: Actor;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
  dewi = await anOfficer(db, "Bu Dewi", null);
});

async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}

/** The provider tells of all that happens, each twice. */
async function afterEvents(act: () => void): Promise<void> {
  const from = stripe.events.length;
  act();
  for (const event of stripe.events.slice(from)) {
    await hear(db, event);
    await hear(db, event);
  }
  await runCardJobs(db);
}

async function aDisputed() {
  const order = await aCardOrder(db, aBasket(chips.variantId, market.riceId));
  await payOnPage(db, order);
  await confirmCardPayment(guest, db, order);
  await walk(db, market, order, "accepted", [market.siti]);
  await runCardJobs(db);
  const { intent_id: intent } = await cardOf(db, order);
  let id = "";
  await afterEvents(() => {
    id = stripe.dispute(intent!).id;
  });
  return { order, id };
}

const messages = async (code: string) => {
  const rows = await db.selectFrom("message").select("subject").where("body", "like", `%${code}%`).execute();
  return rows.map(({ subject }) => subject).filter((subject) => subject.startsWith("Sengketa"));
};

it("is set apart in the ledger, told to the province once, and taken back when it is won", async () => {
  const before = await balanceOf(account.provider);
  const { order, id } = await aDisputed();
  expect(await balanceOf(account.providerDisputed)).toBe(order.total);
  expect(await messages(order.code)).toEqual(["Sengketa kartu"]);
  expect(await findBreaches(db)).toEqual([]);
  await afterEvents(() => stripe.endDispute(id, "won"));
  expect(await balanceOf(account.providerDisputed)).toBe(0);
  const fees = await balanceOf(account.providerFees);
  expect((await balanceOf(account.provider)) - before).toBe(order.total - fees);
  expect(await findBreaches(db)).toEqual([]);
});

it("that is lost is the programme's loss, booked once", async () => {
  const before = await balanceOf(account.commission);
  const { order, id } = await aDisputed();
  await afterEvents(() => stripe.endDispute(id, "lost"));
  await afterEvents(() => stripe.endDispute(id, "lost"));
  expect((await balanceOf(account.commission)) - before).toBe(order.total);
  expect(await balanceOf(account.providerDisputed)).toBe(0);
  const { status, closed_at } = await db
    .selectFrom("dispute")
    .select(["status", "closed_at"])
    .where("provider_id", "=", id)
    .executeTakeFirstOrThrow();
  expect(status).toBe("lost");
  expect(closed_at).not.toBeNull();
  expect(await findBreaches(db)).toEqual([]);
});

it("shows the province what to answer the bank with, and nobody else", async () => {
  const { order, id } = await aDisputed();
  const { disputes } = await findCardDesk(db, dewi);
  const shown = disputes.find(({ providerId }) => providerId === id)!;
  expect(shown).toMatchObject({ amount: order.total, reason: "barang tidak diterima", closedAt: null });
  expect(shown.link).toBe(`https://dashboard.stripe.com/test/disputes/${id}`);
  expect(shown.evidence).toContain(`Pesanan ${order.code}`);
  expect(shown.evidence).toContain("ditagih ke kartu");
  expect(shown.evidence).not.toContain(order.pin);
  for (const who of [market.officer, market.budi.operator])
    await expect(findCardDesk(db, who)).rejects.toBeInstanceOf(NotAllowed);
});
