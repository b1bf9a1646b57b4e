import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { BU_RATNA, BU_SITI, PAK_BUDI, PAK_HENDRA } from "#db/seed/cast.ts";
import { aPhoto } from "../factories/complaint.ts";
import type { TestOrder } from "../factories/order.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { logInAs } from "../support/log-in.ts";
import { aCastOrderReceived } from "../support/received-order.ts";
import { Visitor } from "../support/request.ts";
import { aPhone, logIn, PHONE } from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function statusOf(order: TestOrder): Promise<string> {
  const { status } = await app.db
    .selectFrom("order")
    .select("status")
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  return status;
}

/** Usable with a screen reader, and nothing beyond the right edge of a narrow phone. */
async function expectUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
}

/** Chips arrive broken: four people on phones settle it. */
describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("a complaint, $how", ({ javaScript }) => {
  let order: TestOrder;
  let buyer: Page;
  let seller: Page;
  let operator: Page;
  let officer: Page;
  let complaint = "";
  let pin = "";
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    order = await aCastOrderReceived(app.db);
    const people: Page[] = [];
    for (let at = 0; at < 4; at++) {
      const { page, context } = await aPhone(browser, app.url, { javaScript });
      contexts.push(context);
      people.push(page);
    }
    [buyer, seller, operator, officer] = people as [Page, Page, Page, Page];
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
  });

  it("begins on the tracking page of a guest, who needs a photo of what broke", async () => {
    await buyer.goto(`/pesanan/${order.code}?k=${order.secret}`);
    await buyer.getByRole("link", { name: "Keluhkan barang" }).click();
    await buyer.waitForURL(`**/pesanan/${order.code}/keluhan?k=*`);
    await buyer.getByLabel("Apa masalahnya?").selectOption("damaged");
    await buyer.getByLabel("Ceritakan singkat").fill("Dua bungkus remuk semua.");
    await buyer.getByLabel("Berapa yang bermasalah?").fill("2");
    if (javaScript) await expectUsable(buyer);
    await buyer.getByRole("button", { name: "Kirim keluhan" }).click();
    await buyer.getByText("Sertakan foto barangnya").first().waitFor();
    expect(await buyer.getByLabel("Ceritakan singkat").inputValue()).toBe("Dua bungkus remuk semua.");

    const photo = { name: "remuk.jpg", mimeType: "image/jpeg", buffer: await aPhoto() };
    await buyer.getByLabel("Foto").setInputFiles([photo, photo]);
    await buyer.getByRole("button", { name: "Kirim keluhan" }).click();
    await buyer.getByText("Keluhan terkirim.").waitFor();
    complaint = /\/keluhan\/(KL-[^/?]+)/.exec(buyer.url())![1]!;
    await buyer.getByRole("heading", { name: "Menunggu jawaban Dapur Bu Siti" }).waitFor();
    expect(await buyer.getByRole("img", { name: /^Foto keluhan/ }).count()).toBe(2);
    if (javaScript) await expectUsable(buyer);
  });

  it("waits on the seller's first page, and is refused with a reason", async () => {
    await logIn(seller, BU_SITI.mobile);
    await seller.getByRole("link", { name: /keluhan perlu Anda tanggapi/ }).click();
    await seller.getByRole("heading", { name: "Keluhan", exact: true }).waitFor();
    if (javaScript) await expectUsable(seller);
    await seller.getByRole("link", { name: new RegExp(order.code) }).click();
    await seller.getByRole("heading", { name: "Jawab keluhan ini" }).waitFor();
    if (javaScript) await expectUsable(seller);
    await seller.getByRole("radio", { name: /^Tolak keluhan/ }).check();
    await seller.getByRole("button", { name: "Kirim jawaban" }).click();
    await seller.getByText("Tulis alasannya.").first().waitFor();
    await seller.getByLabel("Pesan untuk pembeli").fill("Dikemas rapi waktu kami serahkan.");
    await seller.getByRole("button", { name: "Kirim jawaban" }).click();
    await seller.getByText("Jawaban terkirim ke pembeli.").waitFor();
  });

  it("is disputed by the buyer", async () => {
    await buyer.goto(`/pesanan/${order.code}?k=${order.secret}`);
    await buyer.getByRole("link", { name: /^Keripik Pisang/ }).click();
    await buyer.getByRole("heading", { name: "Dapur Bu Siti menolak keluhan ini" }).waitFor();
    await buyer.getByText("Dikemas rapi waktu kami serahkan.").waitFor();
    await buyer.getByText("Tidak setuju, minta petugas memutuskan").click();
    await buyer.getByLabel("Mengapa tidak setuju?").fill("Waktu dibuka sudah remuk.");
    await buyer.getByRole("button", { name: "Serahkan ke petugas dinas" }).click();
    await buyer.getByRole("heading", { name: "Petugas dinas sedang memutuskan" }).waitFor();
  });

  it("is decided by the officer of the regency", async () => {
    await logIn(officer, BU_RATNA.mobile);
    await officer.goto("/dinas/keluhan");
    await officer.getByRole("link", { name: new RegExp(order.code) }).click();
    await officer.getByRole("heading", { name: "Putuskan keluhan ini" }).waitFor();
    await officer.getByText("Waktu dibuka sudah remuk.").waitFor();
    if (javaScript) await expectUsable(officer);
    await officer.getByRole("radio", { name: /^Uang kembali/ }).check();
    await officer.getByLabel("Alasan").fill("Foto jelas menunjukkan barang remuk.");
    await officer.getByRole("button", { name: "Putuskan" }).click();
    await officer.getByText("Diputuskan.").first().waitFor();
    expect(await statusOf(order)).toBe("delivered");
  });

  it("ends with the warung handing back the money for the buyer's PIN", async () => {
    await buyer.goto(`/pesanan/${order.code}/keluhan/${complaint}?k=${order.secret}`);
    await buyer.getByRole("heading", { name: /dikembalikan oleh Warung Pak Budi$/ }).waitFor();
    pin =
      (await buyer
        .locator("main")
        .getByText(/^\d{4}$/)
        .textContent()) ?? "";
    if (javaScript) await expectUsable(buyer);

    await logIn(operator, PAK_BUDI.mobile);
    await operator.getByRole("link", { name: /keluhan perlu Anda tanggapi/ }).click();
    await operator.getByRole("heading", { name: "Keluhan", exact: true }).waitFor();
    await operator.getByRole("link", { name: new RegExp(order.code) }).click();
    await operator.getByLabel("PIN dari pembeli").fill(pin === "0000" ? "1111" : "0000");
    await operator.getByRole("button", { name: "Uang sudah dikembalikan" }).click();
    await operator.getByText("PIN tidak cocok.").first().waitFor();
    if (javaScript) await expectUsable(operator);
    await operator.getByLabel("PIN dari pembeli").fill(pin);
    await operator.getByRole("button", { name: "Uang sudah dikembalikan" }).click();
    await operator.getByText("Selesai. Sudah kami catat.").waitFor();

    await buyer.goto(`/pesanan/${order.code}/keluhan/${complaint}?k=${order.secret}`);
    await buyer.getByRole("heading", { name: /sudah dikembalikan$/ }).waitFor();
  });

  it("lets the order be completed, with the ledger in balance", async () => {
    await completeOrder(app.db, order.id);
    expect(await statusOf(order)).toBe("completed");
    const entries = await app.db
      .selectFrom("ledger_entry as e")
      .innerJoin("posting as p", "p.id", "e.posting_id")
      .select(["p.kind", "e.amount"])
      .where("p.order_id", "=", order.id)
      .execute();
    expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
    expect(entries.filter((entry) => entry.kind === "refund_paid")).toHaveLength(2);
    await buyer.goto(`/pesanan/${order.code}/keluhan?k=${order.secret}`);
    await buyer.getByText("Masa keluhan sudah lewat").waitFor();
    if (javaScript) await expectUsable(buyer);
  });
});

describe("a complaint is nobody else's", () => {
  it("officers of another regency are refused by page, form and address of the photo", async () => {
    const { code } = await app.db.selectFrom("complaint").select("code").executeTakeFirstOrThrow();
    const hendra = await logInAs(app, PAK_HENDRA.mobile);
    expect((await hendra.get("/dinas/keluhan")).text).not.toContain(code);
    for (const path of [`/dinas/keluhan/${code}`, `/dinas/keluhan/${code}/foto/1`])
      expect((await hendra.get(path)).status).toBe(403);
    for (const path of [`/dinas/keluhan/${code}/putuskan`, `/dinas/keluhan/${code}/dibayar`]) {
      const answer = await hendra.post(path, { putusan: "refused", alasan: "bukan urusan saya" });
      expect(answer.status).toBe(403);
    }
  });

  it("strangers find neither the order's complaints nor a photo, and nonsense is answered", async () => {
    const row = await app.db
      .selectFrom("complaint as c")
      .innerJoin("order as o", "o.id", "c.order_id")
      .select(["c.code", "o.code as order_code"])
      .executeTakeFirstOrThrow();
    const stranger = new Visitor(app.url);
    const base = `/pesanan/${row.order_code}/keluhan`;
    for (const path of [
      base,
      `${base}/${row.code}`,
      `${base}/${row.code}/foto/1`,
      `${base}/${row.code}/foto/1?k=x`,
    ])
      expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(base, { kunci: "x" })).status).toBe(422);
    for (const verb of ["setuju", "bantah", "terima", "tarik"]) {
      const answer = await stranger.post(`${base}/${row.code}/${verb}`, { alasan: "tidak ada alasan" });
      expect(answer.status).toBe(404);
    }
    for (const folder of ["penjual", "operator", "dinas"])
      expect((await stranger.get(`/${folder}/keluhan/${row.code}`)).location).toContain("/masuk");
  });
});
