import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawQr } from "#app/domain/payments/qris/draw-qr.server.ts";
import { readQris } from "#app/domain/payments/qris/read-qris.ts";
import { scanQr } from "#app/domain/payments/qris/scan-qr.server.ts";
import { BU_RATNA, CAST_PASSWORD, PAK_BUDI } from "#db/seed/cast.ts";
import { aStaticQris } from "../factories/qris.ts";
import { findBreaches } from "../support/always-true.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhonePhoto } from "../support/photos.ts";
import {
  aPhone,
  chooseKedaton,
  codeOf,
  fillAddress,
  logIn,
  pinOf,
  putStapleInCart,
} from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const rupiah = (amount: number) => `Rp${amount.toLocaleString("id-ID")}`;
const picture = (name: string, buffer: Buffer) => ({ name, mimeType: "image/png", buffer });

/** From the sticker on the counter to the office's cashier; nobody's phone runs JavaScript. */
describe("an order paid by QRIS, without JavaScript", () => {
  const sticker = aStaticQris({ name: "WARUNG PAK BUDI", city: "BANDAR LAMPUNG" });
  let buyer: Page;
  let operator: Page;
  let officer: Page;
  let code = "";
  let pin = "";
  let total = 0;

  const person = async () => (await aPhone(browser, app.url, { javaScript: false })).page;
  const row = () =>
    app.db
      .selectFrom("payment")
      .innerJoin("order", "order.id", "payment.order_id")
      .select(["payment.status", "received", "returned", "cash", "order.total"])
      .where("order.code", "=", code)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    [buyer, operator, officer] = [await person(), await person(), await person()];
    await logIn(operator, PAK_BUDI.mobile);
  });
  afterAll(async () => {
    for (const page of [buyer, operator, officer]) await page?.context().close();
  });

  it("begins with the owner's sticker: read from a photo, and asked whether it is theirs", async () => {
    await operator.goto("/operator/toko/qris");
    await operator.getByLabel("Atau tempel isi kodenya").fill("https://contoh.id/bayar");
    await operator.getByRole("button", { name: "Baca kode" }).click();
    await operator.getByText("Ini alamat situs, bukan QRIS.").first().waitFor();
    await operator.goto("/operator/toko/qris");
    await operator.getByLabel("Foto stiker QRIS").setInputFiles(picture("stiker.png", await drawQr(sticker)));
    await operator.getByRole("button", { name: "Baca kode" }).click();
    await operator.getByRole("heading", { name: "Benar ini QRIS warung Anda?" }).waitFor();
    await operator.getByText("ID1020026000001").waitFor();
    await operator.getByLabel("Kata sandi akun Anda").fill("bukan sandinya");
    await operator.getByRole("button", { name: "Ya, pakai QRIS ini" }).click();
    await operator.getByText("Kata sandi tidak cocok.").first().waitFor();
    await operator.getByText("ID1020026000001").waitFor();
    await operator.getByLabel("Kata sandi akun Anda").fill(CAST_PASSWORD);
    await operator.getByRole("button", { name: "Ya, pakai QRIS ini" }).click();
    await operator.getByText(/^QRIS terpasang\./).waitFor();
  });

  it("is chosen at checkout, and shown when the warung has taken the order", async () => {
    await buyer.goto("/lokasi");
    await chooseKedaton(buyer);
    await putStapleInCart(buyer, "Beras Medium", 1);
    await buyer.goto("/checkout");
    await fillAddress(buyer);
    await buyer.getByRole("radio", { name: /QRIS warung/ }).check();
    await buyer.getByRole("button", { name: "Pesan sekarang" }).click();
    await buyer.waitForURL(/\/pesanan\/.+k=/);
    code = codeOf(buyer);
    pin = await pinOf(buyer);
    await buyer.getByText(/^Kode QRIS muncul di halaman ini/).waitFor();
    ({ total } = await row());
    await expect
      .poll(
        async () => {
          await operator.goto("/operator");
          return operator.getByRole("button", { name: "Terima pesanan" }).count();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0);
    await operator.getByRole("heading", { name: `1 barang · ${rupiah(total)} QRIS` }).waitFor();
    await operator.getByRole("button", { name: "Terima pesanan" }).click();
    await operator.waitForURL("**/operator/pesanan/**");
    await operator.getByRole("heading", { name: `QRIS belum masuk: ${rupiah(total)}` }).waitFor();
    await buyer.reload();
    await buyer.getByRole("img", { name: `Kode QRIS WARUNG PAK BUDI untuk ${rupiah(total)}` }).waitFor();
  });

  it("is saved as a picture that asks for exactly the amount", async () => {
    const address = await buyer.getByRole("link", { name: "Simpan kode QR" }).getAttribute("href");
    const answer = await buyer.request.get(address!);
    expect(answer.headers()["content-type"]).toBe("image/png");
    expect(answer.headers()["content-disposition"]).toContain(`QRIS-${code}-${total}.png`);
    const [text] = await scanQr(await answer.body(), "foto");
    expect(readQris(text!)).toMatchObject({ amount: total, name: "WARUNG PAK BUDI", isStatic: false });
    const stranger = await officer.request.get(`/pesanan/${code}/qris.png`);
    expect(stranger.status()).toBe(404);
  });

  it("is said to be paid: the warung is asked to look, and nothing counts yet", async () => {
    await buyer.getByRole("button", { name: "Sudah saya bayar" }).click();
    await buyer.getByText("Warung sedang memeriksa").waitFor();
    expect(await row()).toMatchObject({ status: "due", received: 0 });
    await operator.goto("/operator");
    await operator.getByText(/pembeli bilang sudah bayar QRIS/).waitFor();
    await operator.goto(`/operator/pesanan/${code}`);
    await operator.getByText("Pembeli bilang sudah bayar").waitFor();
  });

  it("is confirmed with what really came in, also when it is too much", async () => {
    await operator.getByLabel("Yang masuk, rupiah").fill(String(total + 5_000));
    await operator.getByRole("button", { name: "Sudah masuk" }).click();
    await operator.getByRole("checkbox", { name: "Memang lebih, kelebihannya saya kembalikan" }).check();
    await operator.getByRole("button", { name: "Sudah masuk" }).click();
    await operator.getByText(`Sudah dibayar ${rupiah(total)} lewat QRIS`).waitFor();
    expect(await row()).toMatchObject({ status: "paid", received: total + 5_000, returned: 5_000 });
    await buyer.reload();
    await buyer.getByText(`Sudah dibayar ${rupiah(total)} lewat QRIS`).waitFor();
    await buyer.getByRole("region", { name: "Uang kembali" }).getByText("Rp5.000").waitFor();
  });

  it("gives the rest back in cash, against a PIN of its own", async () => {
    const back = await buyer
      .getByRole("region", { name: "Uang kembali" })
      .getByText(/^\d{4}$/)
      .textContent();
    await operator.goto("/operator");
    await operator.getByText("Kembalikan Rp5.000 ke pembeli").waitFor();
    await operator.getByRole("link", { name: "Kembalikan", exact: true }).click();
    await operator.getByRole("link", { name: /Rp5\.000 ke Rina Yulianti/ }).click();
    await operator.getByRole("heading", { name: "Kembalikan ke Rina Yulianti" }).waitFor();
    await operator.getByLabel("PIN uang kembali dari pembeli").fill(back!);
    await operator.getByRole("button", { name: "Sudah saya serahkan tunai" }).click();
    await operator.getByText(/^Tercatat\. Pembeli melihatnya/).waitFor();
    await buyer.reload();
    await buyer.getByText("Sudah kembali kepada Anda.").waitFor();
  });

  it("is handed over without asking for money", async () => {
    await operator.goto(`/operator/pesanan/${code}`);
    await operator.getByRole("button", { name: "Beras Medium sudah diambil" }).click();
    await operator.getByRole("button", { name: /^Semua lengkap, siap/ }).click();
    await operator.getByRole("button", { name: "Berangkat mengantar" }).click();
    await operator.getByText("Sudah dibayar, jangan menagih, lalu minta PIN").waitFor();
    await operator.getByLabel("PIN dari pembeli").fill(pin);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.getByText("Pesanan selesai diserahkan.").waitFor();
    expect(await row()).toMatchObject({ status: "paid", cash: 0 });
  });

  it("is handed in by transfer with its proof", async () => {
    await operator.goto("/operator/uang");
    await operator.getByRole("link", { name: "Setor uang" }).click();
    await operator.getByRole("heading", { name: "Setor uang" }).waitFor();
    await operator.getByLabel("Jumlah, rupiah").fill("10.000");
    await operator.getByRole("radio", { name: /Transfer bank/ }).check();
    await operator.getByRole("button", { name: "Catat setoran" }).click();
    await operator.getByText("Unggah bukti transfernya.").first().waitFor();
    await operator.locator("[name=foto]").setInputFiles(picture("bukti.jpg", await aPhonePhoto(0.1)));
    await operator.getByRole("button", { name: "Catat setoran" }).click();
    await operator.getByText(/^Setoran tercatat\. Petugas dinas menghitungnya/).waitFor();
    await operator.getByText("Menunggu dihitung petugas", { exact: true }).waitFor();
  });

  it("is counted by the officer, who also sees whose QRIS it is", async () => {
    await logIn(officer, BU_RATNA.mobile);
    await officer.goto("/dinas/uang");
    const proof = await officer.getByRole("link", { name: /^Lihat bukti transfer/ }).getAttribute("href");
    expect((await officer.request.get(proof!)).headers()["content-type"]).toBe("image/webp");
    expect((await buyer.request.get(proof!, { maxRedirects: 0 })).status()).toBe(302);
    await officer.getByLabel("Yang masuk ke rekening, rupiah").fill("9.500");
    await officer.getByRole("button", { name: /^Terima setoran/ }).click();
    await officer.getByText(/^Setoran tercatat seperti Anda hitung/).waitFor();
    await officer.getByText("dihitung Rp9.500, Rp500 kurang").waitFor();
    await operator.goto("/operator/uang");
    await operator.getByText("dihitung Rp9.500, Rp500 kurang").waitFor();
    await officer.goto("/dinas/warung/warung-pak-budi");
    await officer.getByRole("region", { name: "QRIS" }).getByText("ID1020026000001").first().waitFor();
  });

  it("is in the day's list, and the books are right", async () => {
    await operator.goto("/operator/laporan/setoran");
    await operator
      .getByRole("row", { name: /Jumlah/ })
      .getByText(rupiah(total + 5_000))
      .waitFor();
    const csv = await operator.request.get("/operator/laporan/setoran.csv");
    expect(await csv.text()).toContain("hari");
    expect((await officer.request.get("/dinas/uang.csv")).status()).toBe(200);
    expect(await findBreaches(app.db)).toEqual([]);
  });
});
