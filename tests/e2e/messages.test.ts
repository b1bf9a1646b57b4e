import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA, PAK_BUDI } from "#db/seed/cast.ts";
import { KEDATON } from "../factories/market.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { type FakePush, startFakePush } from "../support/fake-push.ts";
import { logInAs } from "../support/log-in.ts";
import { Visitor } from "../support/request.ts";
import { aPhone, logIn } from "../support/shopper.ts";

const PATIENCE = { timeout: 30_000, interval: 250 } as const;
const SWITCH = "Bunyikan HP ini saat ada pesanan";
const RINGS = "HP ini berbunyi saat ada pesanan, walau halaman ini ditutup.";

let app: App;
let browser: Browser;
let push: FakePush;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  push = await startFakePush();
  [app, browser] = await Promise.all([
    startApp({
      env: {
        PUSH_SERVICES: push.origin,
        PUBLIC_URL: "https://lapak.test",
        // it is always night here: what can wait waits
        QUIET_FROM: "0.00",
        QUIET_UNTIL: "23.59",
      },
    }),
    openBrowser(),
  ]);
  // the others would be asked, too
  await app.db
    .updateTable("warung")
    .set({ status: "paused", pause_reason: "uji" })
    .where("status", "=", "ready")
    .where("name", "<>", "Warung Pak Budi")
    .execute();
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await app?.stop();
  await push?.stop();
});

async function person(options: { javaScript?: boolean } = {}): Promise<Page> {
  const { page, context } = await aPhone(browser, app.url, options);
  contexts.push(context);
  return page;
}

/**
 * A phone whose browser has a push service: the browser of these tests has none, and never asks anybody, so its
 * `PushManager` hands out what the fake service gives and `answer` is what its owner says. All else is real.
 */
async function aRingingPhone(answer: "granted" | "denied" = "granted"): Promise<Page> {
  const page = await person();
  await page.addInitScript((said) => {
    Object.defineProperty(Notification, "permission", { get: () => said });
    Notification.requestPermission = async () => said;
  }, answer);
  await page.exposeFunction("subscribeAtService", (key: string) => push.subscribe(key));
  await page.addInitScript(() => {
    const kept = () => JSON.parse(localStorage.getItem("uji-langganan") ?? "null");
    const asSubscription = (keys: { endpoint: string; p256dh: string; auth: string }) => ({
      endpoint: keys.endpoint,
      toJSON: () => ({ endpoint: keys.endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }),
      unsubscribe: async () => {
        localStorage.removeItem("uji-langganan");
        return true;
      },
    });
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (kept() ? asSubscription(kept()) : null),
      subscribe: async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
        const ask = (window as unknown as { subscribeAtService: (key: string) => Promise<object> })
          .subscribeAtService;
        localStorage.setItem("uji-langganan", JSON.stringify(await ask(key)));
        return asSubscription(kept());
      },
    });
  });
  return page;
}

async function placeOrder(): Promise<string> {
  const visitor = new Visitor(app.url);
  visitor.cookies.set("desa", KEDATON);
  const { id } = await app.db
    .selectFrom("staple")
    .select("id")
    .where("key", "=", "beras-medium")
    .executeTakeFirstOrThrow();
  await visitor.post("/keranjang", { intent: "tambah", sembako: String(id), jumlah: "1" });
  const { location } = await visitor.post("/checkout", await visitor.checkoutForm());
  expect(location).toMatch(/^\/pesanan\/LL-/);
  return /\/pesanan\/([^?]+)/.exec(location ?? "")?.[1] ?? "";
}

describe("a warung's phone", () => {
  let budi: Page;
  let code = "";

  it("is told to ring with one tap", async () => {
    budi = await aRingingPhone();
    await logIn(budi, PAK_BUDI.mobile);
    await budi.goto("/operator");
    await budi.getByRole("button", { name: SWITCH }).click();
    await budi.getByText(RINGS).waitFor();
    const ringer = await budi.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL);
    expect(ringer).toBe(`${app.url}/lonceng.js`);
    await budi.goto("/operator/toko");
    await budi.getByText(RINGS).waitFor();
    await budi.goto("/operator");
    await budi.getByText(RINGS).waitFor();
  });

  it("rings for a new order, through the push service, and on the open board until silenced", async () => {
    code = await placeOrder();
    await expect.poll(() => push.taken.length, PATIENCE).toBe(1);
    expect(push.faults).toEqual([]);
    expect(push.taken[0]!.note).toMatchObject({ title: `Pesanan baru ${code}`, url: "/operator" });
    // any tap brings the board's own sound back
    await budi.getByText("Pesanan baru", { exact: true }).first().click();
    await budi.getByRole("button", { name: "Diamkan bunyi" }).click();
    await budi.getByRole("button", { name: "Diamkan bunyi" }).waitFor({ state: "detached" });
  });

  it("carries the program's own words to the buyer by hand", async () => {
    await budi.goto("/operator");
    await budi.getByRole("button", { name: /Terima/ }).click();
    await budi.waitForURL(`**/operator/pesanan/${code}`);
    const text = async () => {
      const href = await budi.getByRole("link", { name: "WhatsApp", exact: true }).getAttribute("href");
      return new URL(href ?? "").searchParams.get("text");
    };
    expect(await text()).toMatch(
      new RegExp(`^Halo Rina Yulianti. Pesanan ${code} sedang disiapkan Warung Pak Budi, diantar .+ tunai`),
    );
  });

  it("is silenced from the list of devices", async () => {
    await budi.goto("/akun/perangkat");
    await budi.getByText("Berbunyi saat ada pesanan").waitFor();
    await budi.getByRole("button", { name: /^Matikan bunyi/ }).click();
    await budi.getByText("Perangkat itu tidak berbunyi lagi saat ada pesanan.").waitFor();
    await budi.goto("/operator");
    await budi.getByRole("button", { name: SWITCH }).waitFor();
    await placeOrder();
    await budi.getByText("Pesanan baru", { exact: true }).first().waitFor();
    expect(push.taken).toHaveLength(1);
  });

  it("says what to do when its browser was told no, and shows no switch without JavaScript", async () => {
    const refused = await aRingingPhone("denied");
    await logIn(refused, PAK_BUDI.mobile);
    await refused.goto("/operator/toko");
    await refused.getByText("Peramban ini menolak pemberitahuan.").waitFor();
    expect(await refused.getByRole("button", { name: SWITCH }).count()).toBe(0);

    const plain = await person({ javaScript: false });
    await logIn(plain, PAK_BUDI.mobile);
    await plain.goto("/operator/toko");
    expect(await plain.getByText("Bunyikan HP ini").count()).toBe(0);
  });
});

describe("the officers' outbox", () => {
  it("shows what waits for the morning, with the text to send by hand, and keeps the buyer's link", async () => {
    const ratna = await person();
    await logIn(ratna, BU_RATNA.mobile);
    await ratna.goto("/dinas/kotak-keluar?jenis=pesanan&no_hp=0812-3456-7890");
    await ratna.getByText("Menunggu pagi").first().waitFor();
    await ratna
      .getByText(/berangkat (besok|hari ini) 23\.59/)
      .first()
      .waitFor();
    const href = await ratna
      .getByRole("link", { name: /^Kirim lewat WhatsApp/ })
      .first()
      .getAttribute("href");
    expect(href).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=/);
    expect(await ratna.content()).not.toMatch(/\?k=|%3Fk%3D/);
    // the province sends what only the outbox holds, and needs the whole of it
    const dewi = await logInAs(app, BU_DEWI.mobile);
    const { text } = await dewi.get("/dinas/kotak-keluar?jenis=pesanan&no_hp=0812-3456-7890");
    expect(text).toMatch(/https:\/\/lapak\.test\/pesanan\/LL-\w+\?k=/);
  });
});
