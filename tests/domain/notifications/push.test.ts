import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { guest } from "#app/domain/accounts/actor.ts";
import { endSession } from "#app/domain/accounts/end-session.server.ts";
import { findRinging } from "#app/domain/accounts/find-ringing.server.ts";
import { logOut } from "#app/domain/accounts/log-out.server.ts";
import { openSession } from "#app/domain/accounts/open-session.server.ts";
import { startRinging } from "#app/domain/accounts/start-ringing.server.ts";
import { stopRinging } from "#app/domain/accounts/stop-ringing.server.ts";
import { isPushService } from "#app/domain/notifications/push-service.ts";
import { vapidKeys } from "#app/domain/notifications/vapid.server.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { ringToldMessage } from "#app/domain/orders/telling/ring-told-message.server.ts";
import { tellOrderEvent } from "#app/domain/orders/telling/tell-order-event.server.ts";
import { addMinutes } from "#app/lib/clock.ts";
import { env, parseEnv } from "#app/lib/env.server.ts";
import { BadInput, NotLoggedIn } from "#app/lib/errors.ts";
import { aMarket, type Market, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, type TestOrder, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";
import { type FakePush, startFakePush } from "#tests/support/fake-push.ts";
import { takeJobs } from "#tests/support/waiting-jobs.ts";

const { db } = await testDatabase();
let push: FakePush;
let market: Market;
beforeAll(async () => {
  push = await startFakePush();
  (env().PUSH_SERVICES as string[]).push(push.origin);
  market = await aMarket(db);
});
afterAll(() => push.stop());

/** A browser of somebody, logged in and ringing. @returns its session's token */
async function aRingingBrowser(actor: Actor): Promise<{ token: string; path: string }> {
  const token = await openSession(db, {
    accountId: actor.kind === "person" ? actor.accountId : 0,
    device: "Chrome di Android",
  });
  const browser = push.subscribe(vapidKeys().publicKey);
  await startRinging(actor, db, { sessionToken: token, ...browser });
  return { token, path: new URL(browser.endpoint).pathname };
}

/** An order that Warung Pak Budi is asked to take, and the bells it should ring. */
async function anOffer() {
  const order: TestOrder = await aPlacedOrder(db, [
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 2 },
  ]);
  const { operator } = await walk(db, market, order, "offered");
  await takeJobs(db, "send-push");
  for (const { payload } of await takeJobs(db, "tell-order-event")) await tellOrderEvent(db, payload.eventId);
  return { order, operator, bells: (await takeJobs(db, "send-push")).map(({ payload }) => payload) };
}

const devices = async () =>
  (await db.selectFrom("push_subscription").select(["id", "failures", "last_ok_at"]).execute()).map(
    ({ failures, last_ok_at: ok }) => ({ failures, ok: ok !== null }),
  );

describe("a new order", () => {
  it("rings at every device of the warung's people, sealed for it, until the answer is due", async () => {
    const first = await aRingingBrowser(market.budi.operator);
    const second = await aRingingBrowser(market.budi.operator);
    await aRingingBrowser(market.ani.operator);
    const { order, bells } = await anOffer();
    expect(bells).toHaveLength(2);
    for (const bell of bells) await ringToldMessage(db, bell);
    expect(push.faults).toEqual([]);
    expect(push.taken.map(({ path }) => path).sort()).toEqual([first.path, second.path].sort());
    expect(push.taken[0]).toMatchObject({
      urgency: "high",
      note: { title: `Pesanan baru ${order.code}`, url: "/operator" },
    });
    expect(push.taken[0]!.ttl).toBeGreaterThan(14 * 60);
    expect(push.taken[0]!.ttl).toBeLessThanOrEqual(15 * 60);
    for (const { note } of push.taken) expect(JSON.stringify(note)).not.toMatch(/Rina|0812|\+62|Pramuka/);
    expect(await devices()).toContainEqual({ failures: 0, ok: true });
    await Promise.all([first, second].map(({ token }) => logOut(db, token)));
  });

  it("rung twice is one notification: topic and tag are the same", async () => {
    const { token } = await aRingingBrowser(market.budi.operator);
    const { bells } = await anOffer();
    await ringToldMessage(db, bells[0]!);
    await ringToldMessage(db, bells[0]!);
    const [one, two] = push.taken.slice(-2);
    expect(one!.topic).toMatch(/^[\w-]{32}$/);
    expect([two!.topic, two!.note.tag]).toEqual([one!.topic, one!.note.tag]);
    await logOut(db, token);
  });

  it("rings no more once it is answered, or its time is over", async () => {
    const { token } = await aRingingBrowser(market.budi.operator);
    const { bells, order, operator } = await anOffer();
    const before = push.taken.length;
    await ringToldMessage(db, bells[0]!, addMinutes(new Date(), 16));
    await acceptOrder(operator, db, { code: order.code });
    await ringToldMessage(db, bells[0]!);
    expect(push.taken).toHaveLength(before);
    await logOut(db, token);
  });
});

describe("a device", () => {
  it("that is gone is forgotten; one whose service is down is tried again, and given up in the end", async () => {
    const { token } = await aRingingBrowser(market.budi.operator);
    const { bells } = await anOffer();
    const before = await devices();
    push.answer(503);
    for (let tries = 1; tries <= 3; tries++) {
      await expect(ringToldMessage(db, bells[0]!)).rejects.toThrow("push service answered 503");
    }
    expect(await devices()).toContainEqual({ failures: 3, ok: false });
    push.answer(201);
    await ringToldMessage(db, bells[0]!);
    expect(await devices()).not.toContainEqual({ failures: 3, ok: false });
    push.answer(410);
    await ringToldMessage(db, bells[0]!);
    expect(await devices()).toHaveLength(before.length - 1);
    push.answer(201);
    await ringToldMessage(db, bells[0]!);
    await logOut(db, token);
  });

  it("is silenced by its person, here or from the list, and by logging out", async () => {
    const { operator } = market.budi;
    const mine = (token: string, endpoint: string) =>
      findRinging(db, operator, { sessionToken: token, endpoint }).then(({ rings }) => rings);
    const one = await aRingingBrowser(operator);
    expect(await mine(one.token, push.origin + one.path)).toBe(true);
    expect(await mine(one.token, `${push.origin}/lain`)).toBe(false);
    await stopRinging(operator, db, { sessionToken: one.token });
    expect(await mine(one.token, push.origin + one.path)).toBe(false);

    const { id } = await db
      .selectFrom("session")
      .select("id")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    await startRinging(operator, db, { sessionToken: one.token, ...push.subscribe(vapidKeys().publicKey) });
    const before = await devices();
    await stopRinging(market.ani.operator, db, { sessionId: id });
    expect(await devices()).toHaveLength(before.length);
    await endSession(operator, db, { id });
    expect(await devices()).toHaveLength(before.length - 1);
  });

  it("rings for whoever logged in last", async () => {
    const browser = push.subscribe(vapidKeys().publicKey);
    const login = async (actor: Actor) => {
      const sessionToken = await openSession(db, {
        accountId: actor.kind === "person" ? actor.accountId : 0,
        device: null,
      });
      await startRinging(actor, db, { sessionToken, ...browser });
      return () => findRinging(db, actor, { sessionToken, endpoint: browser.endpoint });
    };
    const budi = await login(market.budi.operator);
    const ani = await login(market.ani.operator);
    expect([(await budi()).rings, (await ani()).rings]).toEqual([false, true]);
  });

  it("must be a browser's with a log-in: our server knocks at no other door", async () => {
    const browser = push.subscribe(vapidKeys().publicKey);
    const start = (actor: Actor, endpoint: string) =>
      startRinging(actor, db, { ...browser, endpoint, sessionToken: "tidak-ada" });
    await expect(start(guest, browser.endpoint)).rejects.toThrow(NotLoggedIn);
    await expect(start(market.budi.operator, browser.endpoint)).rejects.toThrow(NotLoggedIn);
    await expect(start(market.budi.operator, "http://169.254.169.254/latest")).rejects.toThrow(BadInput);
  });
});

it("knows the push services of the browsers, and nothing that looks like them", () => {
  const services = parseEnv({}).PUSH_SERVICES;
  for (const endpoint of [
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://web.push.apple.com/abc",
    "https://wns2-sg2p.notify.windows.com/w/?token=abc",
  ]) {
    expect(isPushService(endpoint, services), endpoint).toBe(true);
  }
  for (const endpoint of [
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:8443/fcm",
    "https://fcm.googleapis.com.jahat.id/fcm",
    "https://jahat.id/push.apple.com",
    "https://jahatpush.apple.com/abc",
    "https://a@fcm.googleapis.com/fcm",
    "bukan alamat",
  ]) {
    expect(isPushService(endpoint, services), endpoint).toBe(false);
  }
});

it("has one key pair for all processes", () => {
  expect(vapidKeys().publicKey).toMatch(/^[\w-]{87}$/);
  expect(vapidKeys().privateKey).toMatch(/^[\w-]{43}$/);
});
