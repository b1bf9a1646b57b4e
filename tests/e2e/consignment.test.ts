import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_SITI, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, codeOf, fillAddress, logIn, pinOf, putInCart } from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Numbers of one place on a shelf, by their words, as a page tells them. */
async function numbersOf(page: Page): Promise<Record<string, string>> {
  const words = await page.locator("main dl dt").allTextContents();
  const numbers = await page.locator("main dl dd").allTextContents();
  return Object.fromEntries(words.map((word, at) => [word, numbers[at]!]));
}

/** Bu Siti in Kemiling is a day away from Kedaton; what lies on Pak Budi's shelf is not. */
describe.each([
  { how: "without JavaScript", javaScript: false, at: 0 },
  { how: "with JavaScript", javaScript: true, at: 1 },
])("ten bags of chips in consignment, $how", ({ javaScript, at }) => {
  let seller: Page;
  let operator: Page;
  let buyer: Page;
  let product: { slug: string; name: string; label: string; id: number };
  let sending = "";

  beforeAll(async () => {
    [seller, operator, buyer] = (await Promise.all(
      [1, 2, 3].map(async () => (await aPhone(browser, app.url, { javaScript })).page),
    )) as [Page, Page, Page];
    // each run has a product of its own, so that the numbers are its own, too
    const found = await app.db
      .selectFrom("variant")
      .innerJoin("product", "product.id", "variant.product_id")
      .innerJoin("umkm", "umkm.id", "product.umkm_id")
      .select(["product.slug", "product.name", "variant.label", "variant.id"])
      .where("umkm.name", "=", BU_SITI.umkm)
      .where("product.public", "=", true)
      .where("variant.position", "=", 0)
      .orderBy("variant.id")
      .execute();
    product = found[at]!;
    await app.db.updateTable("variant").set({ stock: 10 }).where("id", "=", product.id).execute();
    await logIn(seller, BU_SITI.mobile);
    await logIn(operator, PAK_BUDI.mobile);
  });
  afterAll(async () => {
    for (const page of [seller, operator, buyer]) await page.context().close();
  });

  it("are sent to Warung Pak Budi, with a slip", async () => {
    await seller.goto("/penjual/produk");
    await seller.getByRole("link", { name: "Titip jual" }).click();
    await seller.waitForURL("**/penjual/titip");
    await seller.getByRole("link", { name: "Titipkan barang" }).click();
    await seller.waitForURL("**/penjual/titip/baru");
    await seller.getByLabel("Cari warung atau tempat").fill("pak budi");
    await seller.getByRole("button", { name: "Cari", exact: true }).click();
    await seller.waitForURL("**/penjual/titip/baru?q=*");
    await seller.getByRole("link", { name: /Warung Pak Budi.*Kec\. Kedaton/ }).click();
    await seller.waitForURL("**/penjual/titip/ke/**");
    await seller.locator(`[name=jumlah_${product.id}]`).fill("10");
    await seller.getByRole("button", { name: "Titipkan ke Warung Pak Budi" }).click();
    await seller.waitForURL(/\/penjual\/titip\/TJ-/);
    sending = /TJ-[^?]+/.exec(seller.url())![0];
    await seller.getByRole("region", { name: "Surat titipan" }).getByText(sending, { exact: true }).waitFor();
    const { stock } = await app.db
      .selectFrom("variant")
      .select("stock")
      .where("id", "=", product.id)
      .executeTakeFirstOrThrow();
    expect(stock).toBe(0);
  });

  it("are counted as nine", async () => {
    await operator.goto("/operator");
    await operator.getByRole("link", { name: "Lihat titipan" }).click();
    await operator.waitForURL("**/operator/titip");
    await operator.getByRole("link", { name: new RegExp(sending) }).click();
    await operator.waitForURL(`**/operator/titip/${sending}`);
    await operator.getByLabel("Ditaruh di rak").fill("9");
    await operator.getByRole("button", { name: "Sudah saya hitung, taruh di rak" }).click();
    await operator.waitForURL("**/operator/titip?kabar=diterima");
    await operator.getByText("Tercatat. Yang di rak dapat dibeli mulai sekarang.").waitFor();
  });

  it("the seller sees what is missing, and says so", async () => {
    await seller.goto(`/penjual/titip/${sending}`);
    await seller.getByText("Warung menghitung kurang 1").waitFor();
    await seller.getByLabel("Tulis catatan").fill("Saya masukkan sepuluh, ada fotonya.");
    await seller.getByRole("button", { name: "Kirim catatan" }).click();
    await seller.getByText("Catatan terkirim ke warung.").waitFor();
    await operator.goto(`/operator/titip/${sending}`);
    await operator.getByText("Saya masukkan sepuluh, ada fotonya.").waitFor();
  });

  it("are for a buyer in Kedaton there at once, though the seller has none left", async () => {
    await buyer.goto("/lokasi");
    await chooseKedaton(buyer);
    await buyer.goto(`/produk/${product.slug}`);
    await buyer.getByText("Ada di Warung Pak Budi").waitFor();
    await putInCart(buyer, product.slug);
    await buyer.getByRole("link", { name: "Lanjut pesan" }).waitFor();
    expect(await buyer.getByText("Kirim ke warung").count()).toBe(0);
    await buyer.getByRole("link", { name: "Lanjut pesan" }).click();
    await buyer.waitForURL("**/checkout");
    await buyer.getByText("lewat Warung Pak Budi").waitFor();
    expect(await buyer.getByText("Kirim ke warung").count()).toBe(0);
    await fillAddress(buyer);
    await buyer.getByRole("button", { name: "Pesan sekarang" }).click();
    await buyer.waitForURL(/\/pesanan\/.+k=/);
  });

  it("are ticked off from the warung's own shelf and delivered", async () => {
    const code = codeOf(buyer);
    const pin = await pinOf(buyer);
    await expect
      .poll(
        async () => {
          await operator.goto("/operator");
          return operator.getByText("di rak Anda, titipan").count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await operator.getByRole("button", { name: "Terima pesanan" }).first().click();
    await operator.waitForURL(`**/operator/pesanan/${code}`);
    await operator.getByText(`titipan ${BU_SITI.umkm}`).waitFor();
    await operator.getByRole("button", { name: `${product.name} sudah diambil` }).click();
    await operator.getByRole("button", { name: "Semua lengkap, siap diantar" }).click();
    await operator.getByRole("button", { name: "Berangkat mengantar" }).click();
    await operator.getByLabel("PIN dari pembeli").fill(pin);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.waitForURL("**/operator?kabar=terkirim");
  });

  it("one more is broken; then both sides read the same numbers, which add up", async () => {
    await operator.goto("/operator/titip");
    await operator
      .getByRole("link", { name: new RegExp(product.name) })
      .first()
      .click();
    await operator.waitForURL("**/operator/titip/rak/*");
    await operator.getByText("Rusak, hilang, atau lewat tanggal").click();
    await operator.getByLabel("Berapa yang tidak dapat dijual?").fill("1");
    await operator.getByRole("button", { name: "Catat susut" }).click();
    await operator.getByText("Tercatat dengan sebabnya. Penjual melihatnya.").waitFor();
    const seen = await numbersOf(operator);
    expect(seen).toEqual({
      "Di rak sekarang": "7",
      Terjual: "1",
      "Kurang saat diterima": "1",
      "Susut: rusak, hilang, lewat tanggal": "1",
      "Seluruhnya dikirim ke sini": "10",
    });
    await seller.goto("/penjual/titip");
    await seller
      .getByRole("link", { name: new RegExp(product.name) })
      .first()
      .click();
    await seller.waitForURL("**/penjual/titip/rak/*");
    expect(await numbersOf(seller)).toEqual(seen);
    await seller.getByText("Rusak atau kemasan terbuka").waitFor();
  });

  it("some go home, where the seller counts them", async () => {
    await operator.getByText("Kembalikan ke penjual").click();
    await operator.getByLabel("Berapa yang dikembalikan?").fill("3");
    await operator.getByRole("button", { name: "Catat pengembalian" }).click();
    await operator.getByText("Tercatat. Serahkan barangnya").waitFor();
    await seller.goto("/penjual");
    await seller.getByRole("link", { name: "Hitung yang sampai" }).click();
    await seller.waitForURL("**/penjual/titip");
    await seller.getByRole("button", { name: /Sudah saya hitung/ }).click();
    await seller.getByText("Tercatat. Barangnya ada lagi di stok Anda.").waitFor();
    await seller.goto(`/penjual/stok/${product.id}`);
    await seller.getByText("Kembali dari rak warung").waitFor();
  });
});
