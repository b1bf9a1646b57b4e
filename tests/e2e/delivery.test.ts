import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_RATNA, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhonePhoto } from "../support/photos.ts";
import { aPhone, chooseKedaton, codeOf, fillAddress, logIn, pinOf } from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

type Buyer = { readonly page: Page; code: string; pin: string };

/** Three neighbours order rice: two have it brought in one trip, one fetches it. Nobody's phone runs JavaScript. */
describe("a day's round of one warung, without JavaScript", () => {
  const buyers = new Map<string, Buyer>();
  let operator: Page;
  let officer: Page;

  const buyerOf = (name: string) => buyers.get(name)!;
  const person = async () => (await aPhone(browser, app.url, { javaScript: false })).page;

  beforeAll(async () => {
    operator = await person();
    officer = await person();
    for (const name of ["Rina Yulianti", "Pak Joko", "Bu Wati"]) {
      const page = await person();
      await page.goto("/lokasi");
      await chooseKedaton(page);
      await page.goto("/warung/warung-pak-budi");
      await page.getByRole("button", { name: "Tambah Beras Medium ke keranjang" }).click();
      await page
        .getByRole("link", { name: /^Keranjang, 1 barang/ })
        .first()
        .waitFor();
      buyers.set(name, { page, code: "", pin: "" });
    }
  });
  afterAll(async () => {
    for (const { page } of buyers.values()) await page.context().close();
    await operator.context().close();
    await officer.context().close();
  });

  async function placed(name: string): Promise<void> {
    const buyer = buyerOf(name);
    await buyer.page.getByRole("button", { name: "Pesan sekarang" }).click();
    await buyer.page.waitForURL(/\/pesanan\/.+k=/);
    buyer.code = codeOf(buyer.page);
    buyer.pin = await pinOf(buyer.page);
  }

  it("begins with two orders to be brought, and one to be fetched without a fee", async () => {
    for (const name of ["Rina Yulianti", "Pak Joko"]) {
      const { page } = buyerOf(name);
      await page.goto("/checkout");
      await fillAddress(page, name);
      await placed(name);
    }
    const { page } = buyerOf("Bu Wati");
    await page.goto("/checkout");
    await page.getByRole("link", { name: /^Ambil sendiri/ }).click();
    await page.waitForURL(/\/checkout\?ambil=/);
    await page
      .getByRole("list", { name: "Warung tempat mengambil" })
      .getByRole("link", { name: /Warung Pak Budi/ })
      .click();
    await page.waitForURL(/ambil=warung-pak-budi/);
    await page.getByText("Gratis").waitFor();
    expect(await page.getByLabel("Jalan dan nomor rumah").count()).toBe(0);
    await page.getByLabel("Nama pengambil").fill("Bu Wati");
    await page.getByLabel("Nomor HP").fill("0812-3456-7891");
    await placed("Bu Wati");
    await page.getByText("Ambil di Warung Pak Budi").waitFor();
  });

  it("is taken on and gathered", async () => {
    await logIn(operator, PAK_BUDI.mobile);
    for (let accepted = 0; accepted < 3; accepted++) {
      await expect
        .poll(
          async () => {
            await operator.goto("/operator");
            return operator.getByRole("button", { name: "Terima pesanan" }).count();
          },
          { timeout: 30_000 },
        )
        .toBeGreaterThan(0);
      await operator.getByRole("button", { name: "Terima pesanan" }).first().click();
      await operator.waitForURL("**/operator/pesanan/**");
      await operator.getByRole("button", { name: "Beras Medium sudah diambil" }).click();
      await operator.getByRole("button", { name: /^Semua lengkap, siap/ }).click();
      await operator
        .getByText(/^Siap (diantar|diambil)$/)
        .first()
        .waitFor();
    }
  });

  it("leaves as one trip", async () => {
    await operator.goto("/operator");
    await operator.getByRole("link", { name: "Antar 2 sekali jalan" }).click();
    await operator.waitForURL("**/operator/antar");
    for (const name of ["Rina Yulianti", "Pak Joko"])
      await operator.getByRole("checkbox", { name: new RegExp(name) }).check();
    await operator.getByRole("button", { name: "Buat perjalanan" }).click();
    await operator.waitForURL(/\/operator\/antar\/\d+$/);
    await operator.getByRole("heading", { name: "2 tempat sekali jalan" }).waitFor();
    await operator.getByRole("button", { name: "Berangkat" }).click();
    await operator.getByRole("heading", { name: "2 tempat lagi" }).waitFor();
    for (const name of ["Rina Yulianti", "Pak Joko"]) {
      const { page } = buyerOf(name);
      await page.reload();
      await page.getByRole("heading", { name: /di jalan menuju Anda/ }).waitFor();
    }
  });

  it("hands one over by its PIN and comes back to the trip", async () => {
    await operator.getByRole("link", { name: "Serahkan ke Rina Yulianti" }).click();
    await operator.getByLabel("PIN dari pembeli").fill(buyerOf("Rina Yulianti").pin);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.waitForURL(/\/operator\/antar\/\d+$/);
    await operator.getByRole("heading", { name: "1 tempat lagi" }).waitFor();
  });

  it("finds nobody at the other door, and says so with a photo", async () => {
    await operator.getByRole("link", { name: "Gagal diantar ke Pak Joko" }).click();
    await operator.waitForURL(/\/gagal\?perjalanan=/);
    await operator.getByRole("radio", { name: "Tidak ada orang di rumah" }).check();
    await operator.getByLabel("Catatan").fill("Sudah ditelepon dua kali");
    const photo = { name: "pagar.jpg", mimeType: "image/jpeg", buffer: await aPhonePhoto(0.2) };
    await operator.getByLabel("Foto rumah atau pagar").setInputFiles(photo);
    await operator.getByRole("button", { name: "Catat gagal diantar" }).click();
    await operator.waitForURL(/\/operator\/antar\/\d+$/);
    await operator.getByRole("heading", { name: "Perjalanan selesai" }).waitFor();
  });

  it("is told to the buyer, who says better where they live", async () => {
    const { page } = buyerOf("Pak Joko");
    await page.reload();
    await page.getByText("Warung sudah datang: tidak ada orang di rumah").waitFor();
    await page.getByText("Perbaiki alamat atau patokan").click();
    await page.getByLabel("Patokan").fill("pagar hijau, seberang masjid");
    await page.getByRole("button", { name: "Simpan alamat" }).click();
    await page.getByText("Patokan: pagar hijau, seberang masjid").waitFor();
  });

  it("is brought a second time, to somebody without a phone: name and photo", async () => {
    const { code, page } = buyerOf("Pak Joko");
    await operator.goto(`/operator/pesanan/${code}`);
    await operator.getByText("pagar hijau, seberang masjid").waitFor();
    await operator.getByRole("button", { name: "Antar lagi" }).click();
    await operator.getByText("Pesanan siap diantar lagi.").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: /^Kami antar sekali lagi/ }).waitFor();
    await operator.goto(`/operator/pesanan/${code}`);
    await operator.getByRole("button", { name: "Berangkat mengantar" }).click();
    await operator.getByRole("link", { name: "Tanpa HP: nama dan foto" }).click();
    await operator.waitForURL("**/serah-foto");
    await operator.getByLabel("Nama penerima").fill("Bu Tini, tetangga");
    const photo = { name: "tini.jpg", mimeType: "image/jpeg", buffer: await aPhonePhoto(0.2) };
    await operator.getByLabel("Foto penerima atau barang di tangannya").setInputFiles(photo);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.getByText("Pesanan selesai diserahkan.").waitFor();
    await page.reload();
    await page.getByText("Diterima oleh Bu Tini, tetangga, dicatat dengan foto").waitFor();
  });

  it("is fetched at the counter by the PIN", async () => {
    const { code, pin, page } = buyerOf("Bu Wati");
    await page.reload();
    await page.getByRole("heading", { name: "Siap diambil di Warung Pak Budi" }).waitFor();
    await operator.goto(`/operator/pesanan/${code}`);
    await operator.getByLabel("PIN dari pembeli").fill(pin);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.getByText("Pesanan selesai diserahkan.").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Sudah Anda terima. Terima kasih!" }).waitFor();
    const order = await app.db
      .selectFrom("order")
      .select(["status", "delivery_fee", "fulfilment"])
      .where("code", "=", code)
      .executeTakeFirst();
    expect(order).toEqual({ status: "delivered", delivery_fee: 0, fulfilment: "pickup" });
  });

  it("shows the officer both photos, and no stranger", async () => {
    const { code } = buyerOf("Pak Joko");
    await logIn(officer, BU_RATNA.mobile);
    await officer.goto(`/dinas/pesanan/${code}`);
    const photos = officer.getByRole("img", { name: /^Foto: / });
    expect(await photos.count()).toBe(2);
    const address = await photos.first().getAttribute("src");
    const seen = await officer.request.get(address!);
    expect(seen.headers()["content-type"]).toBe("image/webp");
    const { page } = buyerOf("Pak Joko");
    const refused = await page.request.get(address!, { maxRedirects: 0 });
    expect(refused.status()).toBe(302);
    const other = await officer.request.get(address!.replace("/dinas/", "/operator/"));
    expect(other.status()).toBe(403);
  });
});
