import { sql } from "kysely";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_SITI, BU_YUNI, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import {
  aPhone,
  chooseKedaton,
  goToCheckout,
  handOver,
  logIn,
  pinOf,
  placeOrder,
  putInCart,
  putStapleInCart,
} from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ search: true, seed: nearSellers }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Both sellers make their chips in the buyer's district: whatever the hour, all of it comes in one order. */
async function nearSellers(db: App["db"]): Promise<void> {
  await sql`update product set made_in_district_code = '18.71.01' where slug in
    ('keripik-pisang-cokelat-dapur-bu-siti', 'keripik-pisang-cokelat-keripik-yuni')`.execute(db);
}

/** From the search box to the buyer's door, by four people on phones, with and without JavaScript. */
describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("buying local, $how", ({ javaScript }) => {
  let buyer: Page;
  let operator: Page;
  const contexts: BrowserContext[] = [];
  let code = "";
  let pin = "";

  async function person(): Promise<Page> {
    const { page, context } = await aPhone(browser, app.url, { javaScript });
    contexts.push(context);
    return page;
  }

  beforeAll(async () => {
    buyer = await person();
    operator = await person();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
  });

  it("finds the village by its name", async () => {
    await buyer.goto("/");
    await buyer.getByRole("link", { name: "Pilih desa Anda" }).click();
    await chooseKedaton(buyer);
    await expect.poll(() => buyer.getByText("Dari sekitar Kedaton").count()).toBe(1);
    await expect.poll(() => buyer.getByRole("link", { name: /Warung .* Buka/ }).count()).toBe(1);
  });

  it("finds banana chips although the words are mistyped", async () => {
    // with JavaScript the field suggests while one types
    const role = javaScript ? "combobox" : "searchbox";
    await buyer.getByRole(role, { name: "Cari produk" }).fill("kripik pisng");
    await buyer.getByRole("button", { name: "Cari", exact: true }).click();
    await buyer.getByRole("heading", { level: 1, name: "kripik pisng" }).waitFor();
    const names = await buyer.locator("main").getByRole("listitem").getByRole("link").allTextContents();
    expect(names.length).toBeGreaterThan(5);
    expect(names[0]).toMatch(/Keripik Pisang/);
  });

  it("puts the goods of two sellers and a staple in the cart", async () => {
    await putInCart(buyer, "keripik-pisang-cokelat-dapur-bu-siti");
    await putInCart(buyer, "keripik-pisang-cokelat-keripik-yuni");
    await putStapleInCart(buyer, "Beras Medium", 3);
  });

  it("changes an amount", async () => {
    await buyer.goto("/keranjang");
    const rice = buyer.getByRole("listitem").filter({ hasText: "Beras Medium" });
    await rice.getByRole("button", { name: "Tambah", exact: true }).click();
    await rice.getByText("2 × Rp13.500").waitFor();
  });

  it("is awaited by an operator, whose board is still empty", async () => {
    await logIn(operator, PAK_BUDI.mobile);
    await operator.getByText("Belum ada pesanan").waitFor();
    if (javaScript) await operator.evaluate("window.openedBefore = true");
  });

  it("sees the fee and the promise, orders as a guest, and gets a code and a PIN", async () => {
    await goToCheckout(buyer);
    await buyer.getByRole("heading", { name: "Diantar ke" }).waitFor();
    const page = await buyer.locator("main").textContent();
    expect(page).toMatch(/Ongkir/);
    expect(page).toMatch(/Kedaton/);
    code = await placeOrder(buyer);
    pin = await pinOf(buyer);
  });

  it("appears on the operator's open board, who accepts it", async () => {
    await expect
      .poll(
        async () => {
          if (!javaScript) await operator.getByRole("link", { name: "Perbarui" }).click();
          return operator.getByRole("button", { name: "Terima pesanan" }).count();
        },
        { timeout: 60_000, interval: 300 },
      )
      .toBe(1);
    // the very page that was opened before there was an order, never loaded again
    if (javaScript) expect(await operator.evaluate("window.openedBefore")).toBe(true);
    await operator.getByRole("button", { name: "Terima pesanan" }).click();
    await operator.waitForURL(`**/operator/pesanan/${code}`);
    await operator.getByRole("heading", { name: "Rina Yulianti, Kedaton" }).waitFor();
  });

  it("is confirmed and brought by each seller, and ticked off by the operator", async () => {
    for (const { mobile } of [BU_SITI, BU_YUNI]) await handOver(await person(), mobile);
    await operator.goto(`/operator/pesanan/${code}`);
    for (const name of ["Barang Dapur Bu Siti sudah tiba", "Barang Keripik Yuni sudah tiba"]) {
      await operator.getByRole("button", { name }).click();
      await operator.getByRole("button", { name }).waitFor({ state: "detached" });
    }
    await operator.getByRole("button", { name: "Beras Medium sudah diambil" }).click();
    await operator.getByRole("button", { name: "Semua lengkap, siap diantar" }).click();
    await operator.getByRole("button", { name: "Berangkat mengantar" }).click();
    await operator.getByLabel("PIN dari pembeli").waitFor();
  });

  it("is handed over for the right PIN only", async () => {
    const wrong = pin === "0000" ? "1111" : "0000";
    await operator.getByLabel("PIN dari pembeli").fill(wrong);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator
      .getByRole("alert")
      .getByText(/PIN tidak cocok/)
      .waitFor();
    await operator.getByLabel("PIN dari pembeli").fill(pin);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.getByText("Pesanan selesai diserahkan.").waitFor();
    const order = await app.db
      .selectFrom("order")
      .select("status")
      .where("code", "=", code)
      .executeTakeFirst();
    expect(order?.status).toBe("delivered");
  });

  it("is received, says the buyer's page", async () => {
    if (!javaScript) await buyer.reload();
    await buyer.getByRole("heading", { name: "Sudah Anda terima. Terima kasih!" }).waitFor();
  });
});
