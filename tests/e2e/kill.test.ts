import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CAST_PASSWORD, PAK_BUDI } from "#db/seed/cast.ts";
import { KEDATON } from "../factories/market.ts";
import { type App, startApp } from "../support/app.ts";
import { type Answer, Visitor } from "../support/request.ts";

/** How long a warung has to answer: no step here takes as long. */
const OFFER_MINUTES = 5;
const PATIENCE = { timeout: 60_000, interval: 200 } as const;

let app: App;
let variantId = 0;

beforeAll(async () => {
  app = await startApp({ env: { OFFER_MINUTES: String(OFFER_MINUTES) } });
  const variant = await app.db
    .selectFrom("variant as v")
    .innerJoin("product as p", "p.id", "v.product_id")
    .select("v.id")
    .where("p.slug", "=", "keripik-pisang-cokelat-dapur-bu-siti")
    .orderBy("v.id")
    .executeTakeFirstOrThrow();
  variantId = variant.id;
  await app.db.updateTable("variant").set({ stock: 500 }).where("id", "=", variantId).execute();
});
afterAll(() => app?.stop());

/** Somebody in Kedaton with one pack in the cart. */
async function buyer(): Promise<Visitor> {
  const visitor = new Visitor(app.url);
  visitor.cookies.set("desa", KEDATON);
  await visitor.post("/keranjang", { intent: "tambah", varian: String(variantId), jumlah: "1" });
  return visitor;
}

async function placeOrder(): Promise<string> {
  const visitor = await buyer();
  const { location } = await visitor.post("/checkout", await visitor.checkoutForm());
  return /\/pesanan\/([^?]+)/.exec(location ?? "")?.[1] ?? "";
}

const orderOf = (code: string) =>
  app.db
    .selectFrom("order")
    .select(["id", "status", "next_action", "deadline_at"])
    .where("code", "=", code)
    .executeTakeFirstOrThrow();

const statusOf = async (code: string) => (await orderOf(code)).status;

async function offersOf(code: string): Promise<number> {
  const { id } = await orderOf(code);
  const offers = await app.db.selectFrom("offer").select("id").where("order_id", "=", id).execute();
  return offers.length;
}

/** Turns the clock on for the offers that are open, and for the jobs that wait for them. */
async function letOffersRunOut(): Promise<void> {
  const later = sql`make_interval(mins => ${OFFER_MINUTES})`;
  await sql`update offer set remind_at = remind_at - ${later}, expires_at = expires_at - ${later}
    where status = 'pending'`.execute(app.db);
  await sql`update "order" set deadline_at = deadline_at - ${later} where status = 'offered'`.execute(app.db);
  await sql`update graphile_worker._private_jobs set run_at = run_at - ${later} where run_at > now()`.execute(
    app.db,
  );
}

/** Nothing may lie around that nobody will ever look at. */
async function expectNextActions(): Promise<void> {
  const orders = await app.db
    .selectFrom("order")
    .select(["code", "status", "next_action", "deadline_at"])
    .where("status", "not in", ["completed", "cancelled"])
    .execute();
  expect(orders.length).toBeGreaterThan(0);
  for (const order of orders) {
    expect(order.next_action, `${order.code} ${order.status}`).toBeTruthy();
    expect(order.deadline_at, `${order.code} ${order.status}`).toBeTruthy();
  }
}

describe("the worker is killed", () => {
  it("after an order was placed: it is offered once a worker is back", async () => {
    await app.killWorker();
    const code = await placeOrder();
    expect(await statusOf(code)).toBe("placed");
    await expectNextActions();
    await app.startWorker();
    await expect.poll(() => statusOf(code), PATIENCE).toBe("offered");
  });

  it("while a warung is asked: the offer ends and the next one is asked, until an officer takes over", async () => {
    const code = await placeOrder();
    for (const offers of [1, 2, 3]) {
      await expect.poll(() => offersOf(code), PATIENCE).toBe(offers);
      await app.killWorker();
      // while nobody is there to notice
      await letOffersRunOut();
      expect(await statusOf(code)).toBe("offered");
      await expectNextActions();
      await app.startWorker();
    }
    await expect.poll(() => statusOf(code), PATIENCE).toBe("needs_officer");
    await expectNextActions();
  });

  it("in the middle of routing many: each goes on, and none is offered to two at once", async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, placeOrder));
    await app.killWorker();
    await expectNextActions();
    // The killed worker's jobs stay its own for hours; the orders' own deadline, two minutes later, is what saves them.
    await app.db
      .updateTable("order")
      .set({ deadline_at: new Date() })
      .where("status", "=", "placed")
      .execute();
    await app.startWorker();
    for (const code of codes) await expect.poll(() => statusOf(code), PATIENCE).not.toBe("placed");
    const pending = await app.db
      .selectFrom("offer")
      .select((eb) => ["order_id", eb.fn.countAll<number>().as("count")])
      .where("status", "=", "pending")
      .groupBy("order_id")
      .execute();
    for (const { count } of pending) expect(count).toBe(1);
    await expectNextActions();
  });
});

describe("the web process is killed", () => {
  // The warung that stayed silent above are paused by now, and would be again.
  beforeAll(async () => {
    await app.killWorker();
    await app.db.updateTable("warung").set({ status: "ready", pause_reason: null }).execute();
  });

  it("keeps sessions, carts and pages", async () => {
    const operator = new Visitor(app.url);
    await operator.post("/masuk", { no_hp: PAK_BUDI.mobile, kata_sandi: CAST_PASSWORD });
    expect((await operator.get("/operator")).status).toBe(200);
    const visitor = await buyer();
    await app.killWeb();
    await app.startWeb();
    expect((await operator.get("/operator")).text).toContain("Warung Pak Budi");
    expect((await visitor.get("/keranjang")).text).toContain("Keripik Pisang Cokelat");
    expect((await new Visitor(app.url).get("/")).status).toBe(200);
  });

  it("while many order: sent again, each form is one order, and the goods add up", async () => {
    const before = await figures();
    const forms = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const visitor = await buyer();
        return { visitor, form: await visitor.checkoutForm({ no_hp: `0812-3456-${7800 + at}` }) };
      }),
    );
    const cutShort = forms.map(({ visitor, form }) => visitor.post("/checkout", form).catch(() => undefined));
    await Promise.race(cutShort);
    await app.killWeb();
    await Promise.all(cutShort);
    await app.startWeb();
    const answers: Answer[] = [];
    for (const { visitor, form } of forms) answers.push(await visitor.post("/checkout", form));
    for (const answer of answers) expect(answer.location).toMatch(/^\/pesanan\/.+\?k=/);
    expect(new Set(answers.map((answer) => answer.location)).size).toBe(forms.length);
    const after = await figures();
    expect(after.orders - before.orders).toBe(forms.length);
    expect(before.stock - after.stock).toBe(forms.length);
    await expectNextActions();
  });
});

async function figures(): Promise<{ orders: number; stock: number }> {
  const { orders } = await app.db
    .selectFrom("order")
    .select((eb) => eb.fn.countAll<number>().as("orders"))
    .executeTakeFirstOrThrow();
  const { stock } = await app.db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return { orders, stock };
}
