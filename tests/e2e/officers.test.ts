import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA, PAK_HENDRA } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, logIn, PHONE } from "../support/shopper.ts";

let app: App;
let browser: Browser;
/** her browser runs no JavaScript: every form must work by itself */
let ratna: Page;
let hendra: Page;
let dewi: Page;
const SITI_PRODUCT = "keripik-pisang-cokelat-dapur-bu-siti";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  ratna = (await aPhone(browser, app.url, { javaScript: false })).page;
  hendra = (await aPhone(browser, app.url)).page;
  dewi = (await aPhone(browser, app.url)).page;
  await logIn(ratna, BU_RATNA.mobile);
  await logIn(hendra, PAK_HENDRA.mobile);
  await logIn(dewi, BU_DEWI.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("an officer without JavaScript", () => {
  it("pastes prices, looks at them, gives the reason for what is above the ceiling, and saves", async () => {
    await ratna.goto("/dinas/harga");
    await ratna.getByText("Tempel dari lembar kerja").click();
    await ratna.getByLabel("Baris harga").fill("Beras Medium\t13.900\nSemen\t60.000");
    await ratna.getByRole("button", { name: "Tampilkan di lembar" }).click();
    await ratna.getByText("1 harga dibaca, belum disimpan").waitFor();
    await ratna.getByText("tidak ada dalam daftar sembako provinsi").waitFor();
    const rice = ratna.getByLabel("Harga Beras Medium, rupiah");
    expect(await rice.inputValue()).toBe("13.900");
    await ratna.getByRole("button", { name: /^Simpan/ }).click();
    await ratna
      .getByText(/Beras Medium di atas harga acuan/)
      .first()
      .waitFor();
    expect(await rice.inputValue()).toBe("13.900");
    await ratna.getByLabel("Alasan harga di atas acuan").fill("Stok Bulog terlambat datang");
    await ratna.getByRole("button", { name: /^Simpan/ }).click();
    await ratna.getByText("1 harga disimpan").waitFor();
    const shelf = async () => (await fetch(`${app.url}/warung/warung-pak-budi`)).text();
    await expect.poll(shelf).toContain("Rp13.900");
    await ratna.goto("/dinas/harga/beras-medium");
    await ratna.getByRole("cell", { name: /Bu Ratna/ }).waitFor();
  });

  it("hides a product with a reason and shows it again", async () => {
    const status = async () => (await fetch(`${app.url}/produk/${SITI_PRODUCT}`)).status;
    await ratna.goto(`/dinas/produk?produk=${SITI_PRODUCT}`);
    await ratna.locator("summary", { hasText: "Sembunyikan" }).click();
    await ratna.getByLabel("Alasan").fill("Label tidak mencantumkan P-IRT.");
    await ratna.getByRole("button", { name: "Sembunyikan produk" }).click();
    await ratna.getByText("Penjual sudah diberi tahu alasannya").waitFor();
    await expect.poll(status).toBe(404);
    await ratna.getByRole("button", { name: "Tampilkan lagi" }).click();
    await ratna.getByText("Boleh tampil lagi").waitFor();
    await expect.poll(status).toBe(200);
  });

  it("takes the spreadsheet of their own regency, with masked NIK", async () => {
    const answer = await ratna.request.get("/dinas/data/unduh.csv");
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="data-umkm-/);
    const text = await answer.text();
    expect(text.startsWith("\ufeffnama_usaha;jenis;")).toBe(true);
    expect(text).not.toMatch(/;\d{16};/);
    expect(text).toContain("Kota Bandar Lampung");
    expect(text).not.toContain("Pesawaran");
  });

  it("is told that an NIK is not searched by", async () => {
    await ratna.goto("/dinas/umkm?q=1871015203850099");
    expect(ratna.url()).not.toContain("1871015203850099");
    await ratna.getByText("NIK tidak dipakai untuk mencari").waitFor();
  });
});

describe("another regency's officer", () => {
  it.each([
    "/dinas/umkm/dapur-bu-siti",
    "/dinas/harga?kabupaten=18.71",
    "/dinas/harga/beras-medium?kabupaten=18.71",
    "/dinas/data/18.71",
    "/dinas/data/unduh.csv?kabupaten=18.71",
    "/dinas/data/unduh.xlsx?kabupaten=18.71",
  ])("is refused %s", async (path) => {
    expect((await hendra.request.get(path)).status()).toBe(403);
  });

  it("is refused every form", async () => {
    const forms: readonly (readonly [string, Record<string, string>])[] = [
      ["/dinas/umkm/dapur-bu-siti/bekukan", { alasan: "bukan wilayahnya" }],
      ["/dinas/umkm/dapur-bu-siti/uji", {}],
      ["/dinas/produk", { langkah: "sembunyikan", produk: SITI_PRODUCT, alasan: "bukan wilayahnya" }],
      ["/dinas/harga", { kabupaten: "18.71", tanggal: "2099-01-01", "harga.beras-medium": "10.000" }],
    ];
    for (const [path, form] of forms) {
      const sent = await hendra.request.post(path, { form, headers: { Origin: app.url }, maxRedirects: 0 });
      expect(sent.status(), path).toBe(403);
    }
  });
});

describe("on a narrow phone", () => {
  it.each([
    "/dinas",
    "/dinas/umkm",
    "/dinas/umkm?uji=1",
    "/dinas/umkm/dapur-bu-siti",
    "/dinas/penjual-sepi",
    "/dinas/harga",
    "/dinas/harga/beras-medium",
    "/dinas/produk",
    "/dinas/data",
    "/dinas/data/18.71",
    "/dinas/catatan",
  ])("%s can be used with a screen reader and nothing lies beyond the edge", async (path) => {
    const answer = await dewi.goto(path);
    expect(answer?.status()).toBe(200);
    const { violations } = await new AxeBuilder({ page: dewi }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    expect(await dewi.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
  });
});
