import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { FakeStripe } from "../support/fake-stripe.ts";
import {
  aPhone,
  chooseKedaton,
  fillAddress,
  goToCheckout,
  logIn,
  putStapleInCart,
} from "../support/shopper.ts";

let stripe: FakeStripe;
let app: App;
let browser: Browser;

beforeAll(async () => {
  stripe = await FakeStripe.start();
  [app, browser] = await Promise.all([startApp({ env: stripe.env }), openBrowser()]);
  stripe.webhookUrl = `${app.url}/hooks/stripe`;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await stripe?.stop();
});

const isOrder = (url: URL) => url.origin === app.url && /^\/pesanan\/LL-[0-9A-Z]{6}$/.test(url.pathname);
const isProvider = (url: URL) => url.origin === stripe.url;

const rowOf = (code: string) =>
  app.db
    .selectFrom("order as o")
    .innerJoin("card_payment as c", "c.checkout_id", "o.checkout_id")
    .innerJoin("payment as p", "p.order_id", "o.id")
    .select(["c.id", "c.status as card", "p.status as payment", "o.total", "o.status"])
    .where("o.code", "=", code)
    .executeTakeFirstOrThrow();

/** From the cart to the provider's page. */
async function orderByCard(page: Page, pieces: number): Promise<void> {
  await putStapleInCart(page, "Beras Medium", pieces);
  await page.goto("/keranjang");
  await goToCheckout(page);
  await fillAddress(page);
  await page.getByLabel("Kartu debit atau kredit").check();
  await page.getByRole("button", { name: "Pesan sekarang" }).click();
  await page.waitForURL(isProvider);
}

async function accept(operator: Page, code: string): Promise<void> {
  await operator.goto("/operator");
  await operator
    .locator(`form[action="/operator/pesanan/${code}/terima"]`)
    .getByRole("button", { name: "Terima pesanan" })
    .click();
  await operator.waitForURL(`**/operator/pesanan/${code}`);
  await expect.poll(async () => (await rowOf(code)).status).toBe("accepted");
}

describe.each([
  { how: "without JavaScript", javaScript: false },
  { how: "with JavaScript", javaScript: true },
])("paying by card, $how", ({ javaScript }) => {
  let buyer: Page;
  let operator: Page;
  let code = "";

  beforeAll(async () => {
    buyer = (await aPhone(browser, app.url, { javaScript })).page;
    operator = (await aPhone(browser, app.url)).page;
    await logIn(operator, PAK_BUDI.mobile);
    await buyer.goto("/lokasi");
    await chooseKedaton(buyer);
  });
  afterAll(async () => {
    await buyer?.context().close();
    await operator?.context().close();
  });

  it("goes from the form to the provider's page, and back without paying", async () => {
    await orderByCard(buyer, 1);
    await buyer.getByRole("link", { name: "Kembali" }).click();
    await buyer.waitForURL(isOrder);
    code = new URL(buyer.url()).pathname.split("/").at(-1)!;
    await buyer.getByRole("heading", { level: 1, name: "Tinggal membayar" }).waitFor();
    await buyer.getByText("Menunggu pembayaran").first().waitFor();
    await buyer.getByText(/Barang Anda kami simpan sampai/).waitFor();
    expect(await buyer.getByText("PIN penerima").count()).toBe(0);
  });

  it("pays there after a card that was declined, and the order is on its way", async () => {
    await buyer.getByRole("button", { name: /^Bayar sekarang/ }).click();
    await buyer.waitForURL(isProvider);
    await buyer.getByRole("button", { name: "Bayar dengan kartu kosong" }).click();
    await buyer.getByText("Kartu ditolak").waitFor();
    await buyer.getByRole("button", { name: /^Bayar Rp/ }).click();
    await buyer.waitForURL(isOrder);
    await buyer.getByRole("heading", { level: 1, name: "Kami sedang menanyakan warung terdekat" }).waitFor();
    await buyer.getByText("PIN penerima").waitFor();
    expect(await rowOf(code)).toMatchObject({ card: "held", payment: "held" });
  });

  it("is charged when the warung accepts, exactly once", async () => {
    await expect.poll(async () => (await rowOf(code)).status).toBe("offered");
    await accept(operator, code);
    await expect.poll(async () => (await rowOf(code)).card).toBe("captured");
    const { id, total } = await rowOf(code);
    expect(stripe.charged(id)).toBe(total);
    expect(await rowOf(code)).toMatchObject({ payment: "paid" });
  });

  it("is given back to the card when the buyer cancels", async () => {
    await buyer.reload();
    await buyer.getByText("Batalkan pesanan", { exact: true }).click();
    await buyer.getByRole("button", { name: "Ya, batalkan pesanan" }).click();
    await buyer.getByText("Uang Anda kembali ke kartu dalam 5-10 hari kerja.").waitFor();
    const { id } = await rowOf(code);
    await expect.poll(() => stripe.charged(id)).toBe(0);
  });

  it("can be paid in cash after all", async () => {
    await orderByCard(buyer, 1);
    await buyer.getByRole("link", { name: "Kembali" }).click();
    await buyer.waitForURL(isOrder);
    code = new URL(buyer.url()).pathname.split("/").at(-1)!;
    await buyer.getByRole("button", { name: /^Bayar tunai saja/ }).click();
    await buyer.getByRole("heading", { level: 1, name: "Kami sedang menanyakan warung terdekat" }).waitFor();
    const { id, payment } = await rowOf(code);
    expect(payment).toBe("due");
    expect(stripe.openSession(id)).toBeUndefined();
  });
});

it("shows the payment in every open tab, and takes it once", async () => {
  const { context, page } = await aPhone(browser, app.url);
  await page.goto("/lokasi");
  await chooseKedaton(page);
  await orderByCard(page, 1);
  const paying = page.url();
  await page.getByRole("link", { name: "Kembali" }).click();
  await page.waitForURL(isOrder);
  const code = new URL(page.url()).pathname.split("/").at(-1)!;
  // a second tab, where the buyer pays; the word of it comes to the first
  const session = paying.split("/").at(-1)!;
  expect(stripe.pay(session)).toBeTruthy();
  expect(stripe.pay(session)).toBeUndefined();
  await page.getByRole("heading", { level: 1, name: "Kami sedang menanyakan warung terdekat" }).waitFor();
  const { id, total } = await rowOf(code);
  expect(stripe.held(id)).toBe(total);
  await context.close();
});

it("refuses what the provider has not signed, whoever sends it", async () => {
  const { body, headers } = stripe.signed(stripe.event("payment_intent.succeeded", { id: "pi_x" }).body);
  const send = (how: RequestInit) => fetch(`${app.url}/hooks/stripe`, { method: "POST", ...how });
  expect((await send({ body, headers })).status).toBe(200);
  expect((await send({ body: `${body} `, headers })).status).toBe(400);
  expect((await send({ body })).status).toBe(400);
  // a browser on another site cannot, but the provider's servers may say where they are
  expect((await send({ body, headers: { ...headers, Origin: "https://stripe.com" } })).status).toBe(200);
  expect((await send({ body: "x".repeat(300 * 1024), headers })).status).toBe(413);
});
