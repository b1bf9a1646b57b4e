import { afterAll, beforeAll, expect, it } from "vitest";
import { KEDATON } from "../factories/market.ts";
import { type App, startApp } from "../support/app.ts";
import { type FakeWhatsapp, startFakeWhatsapp } from "../support/fake-whatsapp.ts";
import { Visitor } from "../support/request.ts";

const PATIENCE = { timeout: 90_000, interval: 250 } as const;
/** Jobs a worker has in hand at once (`app/worker.ts`). */
const CONCURRENCY = 4;

let app: App;
let whatsapp: FakeWhatsapp;
let stapleId = 0;

beforeAll(async () => {
  whatsapp = await startFakeWhatsapp();
  app = await startApp({
    env: {
      MESSAGE_CHANNEL: "whatsapp",
      WHATSAPP_API_BASE: whatsapp.base,
      WHATSAPP_PHONE_ID: "1234567",
      WHATSAPP_TOKEN: "rahasia-token",
      // it is always day here
      QUIET_FROM: "0.00",
      QUIET_UNTIL: "0.00",
    },
  });
  const staple = await app.db
    .selectFrom("staple")
    .select("id")
    .where("key", "=", "beras-medium")
    .executeTakeFirstOrThrow();
  stapleId = staple.id;
});
afterAll(async () => {
  await app?.stop();
  await whatsapp?.stop();
});

let running = 0;
/** Somebody in Kedaton orders rice: thanks to them, and a question to a warung. */
async function placeOrder(): Promise<void> {
  const visitor = new Visitor(app.url);
  visitor.cookies.set("desa", KEDATON);
  await visitor.post("/keranjang", { intent: "tambah", sembako: String(stapleId), jumlah: "1" });
  const form = await visitor.checkoutForm({ no_hp: `0812-3456-${7100 + ++running}` });
  expect((await visitor.post("/checkout", form)).location).toMatch(/^\/pesanan\//);
}

const messages = () =>
  app.db.selectFrom("message").select(["mobile", "body", "status"]).where("kind", "=", "pesanan").execute();

/** How often each message was taken by the provider. */
async function timesTaken(): Promise<number[]> {
  const taken = whatsapp.taken.map(({ body }) => {
    const { to, text } = body as { to: string; text: { body: string } };
    return `${to} ${text.body}`;
  });
  return (await messages()).map(
    ({ mobile, body }) => taken.filter((one) => one === `${mobile.slice(1)} ${body}`).length,
  );
}

const allSent = async (count: number) => {
  const all = await messages();
  return all.length >= count && all.every(({ status }) => status === "sent");
};

it("killed before anything was told: each message leaves once a worker is back, and once", async () => {
  await app.killWorker();
  for (let orders = 0; orders < 3; orders++) await placeOrder();
  expect(await messages()).toHaveLength(0);
  await app.startWorker();
  await expect.poll(() => allSent(6), PATIENCE).toBe(true);
  expect(await timesTaken()).toEqual(Array(6).fill(1));
});

it("killed while the provider keeps it waiting: what was not taken leaves once", async () => {
  const before = (await messages()).length;
  whatsapp.answer(0);
  for (let orders = 0; orders < 3; orders++) await placeOrder();
  await expect.poll(() => whatsapp.hanging(), PATIENCE).toBeGreaterThan(0);
  await app.killWorker();
  await expect.poll(() => whatsapp.hanging(), PATIENCE).toBe(0);
  whatsapp.answer(200);
  await app.startWorker();
  await expect.poll(() => allSent(before + 6), PATIENCE).toBe(true);
  expect(new Set(await timesTaken())).toEqual(new Set([1]));
});

/**
 * Between the provider's answer and our note of it lies a moment in which a kill makes a message leave twice: the Cloud
 * API knows no key by which to recognise a repetition. It can hit no more than what a worker has in hand.
 */
it("killed again and again in the thick of it: nothing is lost, and only what was in hand may leave twice", async () => {
  const before = (await messages()).length;
  const kills = 3;
  for (let kill = 0; kill < kills; kill++) {
    const taken = whatsapp.taken.length;
    for (let orders = 0; orders < 4; orders++) await placeOrder();
    await expect.poll(() => whatsapp.taken.length, PATIENCE).toBeGreaterThan(taken);
    await app.killWorker();
    await app.startWorker();
  }
  await expect.poll(() => allSent(before + 4 * kills * 2), PATIENCE).toBe(true);
  const times = await timesTaken();
  expect(Math.min(...times)).toBe(1);
  expect(times.reduce((sum, each) => sum + each - 1, 0)).toBeLessThanOrEqual(kills * CONCURRENCY);
});
