import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { soonestFeeDay } from "#app/domain/ledger/fee-days.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { dateWib, now } from "#app/lib/clock.ts";
import { BU_DEWI, BU_SITI, PAK_BUDI } from "#db/seed/cast.ts";
import type { TestOrder } from "../factories/order.ts";
import { drawUp } from "../factories/settlement.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aCastOrderReceived } from "../support/received-order.ts";
import { aPhone, logIn, PHONE } from "../support/shopper.ts";

const DESK = { width: 1280, height: 800 } as const;
const PAPER_58 = 219;
const year = dateWib(now()).slice(0, 4);

let app: App;
let browser: Browser;
let buyer: Page;
/** hers runs no JavaScript */
let siti: Page;
/** hers, too, with JavaScript: axe needs it */
let sitiToo: Page;
let budi: Page;
let dewi: Page;
let order: TestOrder;
let batch = "";
let settlement = "";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ seed: sell }), openBrowser()]);
  buyer = (await aPhone(browser, app.url)).page;
  siti = (await aPhone(browser, app.url, { javaScript: false })).page;
  sitiToo = (await aPhone(browser, app.url)).page;
  budi = (await aPhone(browser, app.url)).page;
  dewi = (await aPhone(browser, app.url)).page;
  await dewi.setViewportSize(DESK);
  await logIn(siti, BU_SITI.mobile);
  await logIn(sitiToo, BU_SITI.mobile);
  await logIn(budi, PAK_BUDI.mobile);
  await logIn(dewi, BU_DEWI.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Two orders that are over and one whose time to complain runs; the first two are drawn up. */
async function sell(db: App["db"]): Promise<void> {
  order = await aCastOrderReceived(db);
  const second = await aCastOrderReceived(db);
  await aCastOrderReceived(db);
  for (const { id } of [order, second]) await completeOrder(db, id);
  await drawUp(db);
}

async function isUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  const { width } = page.viewportSize()!;
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
}

describe("from order to transfer", () => {
  it("the seller reads what she is owed, and gives her account, without JavaScript", async () => {
    await siti.goto("/penjual/uang");
    await siti.getByText("Menunggu transfer").first().waitFor();
    await siti.getByText("masa keluhan pembeli belum lewat").waitFor();
    await siti.getByRole("link", { name: "Isi rekening" }).click();
    await siti.waitForURL("**/penjual/uang/rekening");
    await siti.getByLabel("Bank").selectOption({ label: "Bank Lampung (BPD Lampung)" });
    await siti.getByLabel("Nomor rekening").fill("380-00-1234567");
    await siti.getByRole("button", { name: "Simpan rekening" }).click();
    await siti.getByText("Rekening tersimpan.").waitFor();
    expect(await siti.content()).not.toContain("380001234567");
  });

  it("the owner of the warung gives theirs in the shop's settings", async () => {
    await budi.goto("/operator/toko");
    await budi.getByRole("link", { name: /^Rekening/ }).click();
    await budi.waitForURL("**/operator/toko/rekening");
    await budi.getByRole("heading", { name: "Rekening", exact: true }).waitFor();
    await budi.getByLabel("Bank").selectOption("002");
    await budi.getByLabel("Nomor rekening").fill("0123456789");
    await budi.getByRole("button", { name: "Simpan rekening" }).click();
    await budi.getByText("Rekening tersimpan.").waitFor();
  });

  it("the province looks at the account and draws a batch", async () => {
    await dewi.goto("/dinas/penyelesaian");
    const troubled = dewi.getByRole("region", { name: "Belum dapat ditransfer" });
    await troubled.getByText("Rekening belum diperiksa petugas").waitFor();
    await isUsable(dewi);
    await troubled.getByRole("button", { name: "Rekening cocok untuk Dapur Bu Siti" }).click();
    await dewi.getByText("Rekening dicatat cocok.").waitFor();
    await dewi.getByRole("button", { name: "Susun berkas transfer" }).click();
    await dewi.waitForURL(/\/dinas\/penyelesaian\/BT-/);
    await dewi.getByText("Berkas tersusun.").waitFor();
    batch = /BT-\w+/.exec(dewi.url())![0];
    await isUsable(dewi);
  });

  it("takes the file for the bank, which is on record", async () => {
    const answer = await dewi.request.get(`/dinas/penyelesaian/${batch}/berkas.csv`);
    expect(answer.headers()["content-disposition"]).toContain(`transfer-${batch}.csv`);
    const [head, line, total] = (await answer.text()).split("\r\n");
    expect(head).toBe("\ufeffkode_bank,nomor_rekening,nama_penerima,jumlah,berita");
    const [, amount, code] = /^121,380001234567,.+,(\d+),(PB-\w+)$/.exec(line!)!;
    expect(total).toBe(`JUMLAH,1,${batch},${amount},`);
    settlement = code!;
    await dewi.goto("/dinas/catatan");
    await dewi.getByText("Mengunduh berkas transfer").filter({ visible: true }).first().waitFor();
    expect(await dewi.content()).not.toContain("380001234567");
  });

  it("records that the bank sent it back; the seller reads why and mends her account", async () => {
    await dewi.goto(`/dinas/penyelesaian/${batch}`);
    await dewi.getByText("Dikembalikan bank untuk Dapur Bu Siti").click();
    await dewi.getByLabel("Alasan dari bank").fill("rekening tidak ditemukan");
    await dewi.getByRole("button", { name: "Catat dikembalikan" }).click();
    await dewi.getByText("Penerimanya diminta memeriksa rekening.").waitFor();
    await siti.goto(`/penjual/uang/${settlement}`);
    await siti.getByText("Bank mengembalikan transfer: rekening tidak ditemukan").waitFor();
    await siti.getByRole("link", { name: "Periksa rekening" }).click();
    await siti.waitForURL("**/penjual/uang/rekening");
    await siti.getByLabel("Nomor rekening").fill("380009999999");
    await siti.getByRole("button", { name: "Simpan rekening" }).click();
    await siti.getByText("Rekening tersimpan.").waitFor();
  });

  it("pays it with the next batch, all at once", async () => {
    await dewi.goto("/dinas/penyelesaian");
    await dewi.getByRole("button", { name: "Rekening cocok untuk Dapur Bu Siti" }).click();
    await dewi.getByText("Rekening dicatat cocok.").waitFor();
    await dewi.getByRole("button", { name: "Susun berkas transfer" }).click();
    await dewi.waitForURL(/\/dinas\/penyelesaian\/BT-/);
    expect(dewi.url()).not.toContain(batch);
    await dewi.getByText("Bank sudah membayar semuanya").click();
    await dewi.getByRole("button", { name: "Ya, catat 1 transfer terbayar" }).click();
    await dewi.getByText("Dicatat terbayar. Penerimanya dikabari.").waitFor();
    await dewi.getByText("Semua terbayar").waitFor();
    const told = () =>
      app.db.selectFrom("message").select("subject").where("kind", "=", "settlement").orderBy("id").execute();
    await expect
      .poll(async () => (await told()).map(({ subject }) => subject), { timeout: 45_000 })
      .toContain("Uang ditransfer");
  });

  it("shows the seller each line up to the transfer, as page, PDF and spreadsheet", async () => {
    await siti.goto("/penjual/uang");
    await siti.getByRole("link", { name: new RegExp(settlement) }).click();
    await siti.getByText(/^Ditransfer .+ •••• 9999/).waitFor();
    await siti.getByText(order.code).waitFor();
    await sitiToo.goto(`/penjual/uang/${settlement}`);
    await isUsable(sitiToo);
    const pdf = await siti.request.get(`/penjual/uang/${settlement}/rincian.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const csv = await (await siti.request.get(`/penjual/uang/${settlement}/rincian.csv`)).text();
    expect(csv).toContain(order.code);
    const foreign = await budi.request.get(`/penjual/uang/${settlement}/rincian.pdf`);
    expect(foreign.status()).toBe(403);
  });

  it("shows the warung that it kept its part of the cash", async () => {
    await budi.goto("/operator/uang/penyelesaian");
    await budi.getByText("Sudah diperhitungkan").click();
    await budi.waitForURL(/penyelesaian\/PB-/);
    await budi.getByText("Diambil dari tunai yang Anda pegang").waitFor();
    await isUsable(budi);
  });
});

describe("a receipt", () => {
  it("is one tap from the order, and fits a roll of 58 mm", async () => {
    await buyer.goto(`/pesanan/${order.code}?k=${order.secret}`);
    await buyer.getByRole("link", { name: "Nota untuk disimpan atau dicetak" }).click();
    await buyer.waitForURL(/\/nota\?k=/);
    const receipt = buyer.getByRole("article", { name: "Nota" });
    await receipt.getByText(`Nota ${year}/${order.code}`).waitFor();
    await receipt.getByText("Dapur Bu Siti").waitFor();
    await isUsable(buyer);
    await buyer.emulateMedia({ media: "print" });
    await buyer.setViewportSize({ width: PAPER_58, height: 400 });
    expect(await buyer.getByRole("button", { name: "Cetak" }).isVisible()).toBe(false);
    expect(await buyer.getByRole("link", { name: "Lapak Lampung" }).first().isVisible()).toBe(false);
    const { x, width } = (await receipt.boundingBox())!;
    expect(x).toBe(0);
    expect(width).toBeLessThanOrEqual((52 / 25.4) * 96 + 1);
    expect(await buyer.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PAPER_58);
    await buyer.emulateMedia({ media: "screen" });
    await buyer.setViewportSize(PHONE);
  });

  it("is nobody's without the secret of the link", async () => {
    const stranger = (await aPhone(browser, app.url)).page;
    expect((await stranger.goto(`/pesanan/${order.code}/nota`))?.status()).toBe(404);
    await stranger.context().close();
  });

  it("is the operator's, too", async () => {
    await budi.goto(`/operator/pesanan/${order.code}/nota`);
    await budi.getByText(`Nota ${year}/${order.code}`).waitFor();
    await budi.evaluate("window.print = () => { window.printed = true; }");
    await budi.getByRole("button", { name: "Cetak di kertas 58 mm" }).click();
    expect(await budi.evaluate("window.printed")).toBe(true);
  });
});

describe("a year's turnover", () => {
  it("is a document that a bank can check, without JavaScript", async () => {
    await siti.goto(`/penjual/uang/omzet/${year}`);
    await siti.getByRole("button", { name: "Terbitkan dokumen" }).click();
    const link = siti.getByRole("link", { name: /^Unduh PDF/ });
    await link.waitFor();
    await sitiToo.goto(`/penjual/uang/omzet/${year}`);
    await isUsable(sitiToo);
    const address = (await link.getAttribute("href"))!;
    const pdf = await siti.request.get(address);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await buyer.goto(`/periksa/${address.split("/").at(-1)}`);
    await buyer.getByText("Dokumen ini terbit dari Lapak Lampung").waitFor();
    await buyer.getByText("Dapur Bu Siti").waitFor();
    await isUsable(buyer);
  });
});

describe("what is kept of sellers' goods", () => {
  it("is decided for a later day, and sellers read it at once", async () => {
    await dewi.goto("/dinas/ketentuan");
    await dewi.getByLabel("Komisi Lapak Lampung (%)").fill("2,5");
    await dewi.getByLabel("Bagian warung (%)").fill("1");
    await dewi.getByLabel("Mulai tanggal").fill(soonestFeeDay(now()));
    await dewi.getByRole("button", { name: "Tetapkan" }).click();
    await dewi.getByText("Ketentuan dicatat.").waitFor();
    await isUsable(dewi);
    await siti.goto("/penjual/uang");
    await siti.getByText("Potongan berubah").waitFor();
  });
});
