import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA, BU_SITI, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, codeOf, fillAddress, logIn, pinOf, putInCart } from "../support/shopper.ts";

let app: App;
let browser: Browser;
let buyer: Page;
let operator: Page;
/** her phone and the officer's desk run no JavaScript */
let seller: Page;
let ratna: Page;
let dewi: Page;
let code = "";
let pin = "";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ seed: nearSeller }), openBrowser()]);
  buyer = (await aPhone(browser, app.url)).page;
  operator = (await aPhone(browser, app.url)).page;
  seller = (await aPhone(browser, app.url, { javaScript: false })).page;
  ratna = (await aPhone(browser, app.url, { javaScript: false })).page;
  dewi = (await aPhone(browser, app.url)).page;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Made in the buyer's district: whatever the hour, chips and rice come in one order. */
async function nearSeller(db: App["db"]): Promise<void> {
  await sql`update product set made_in_district_code = '18.71.01'
    where slug = 'keripik-pisang-cokelat-dapur-bu-siti'`.execute(db);
}

/** The day the order is promised for, and the one its goods are due: late in the evening that is tomorrow. */
async function daysOf(): Promise<{ promised: string; due: string }> {
  const { rows } = await sql<{ promised: string; due: string }>`
    select to_char(o.promise_until at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as promised,
      to_char(s.hand_over_by at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as due
    from "order" o join seller_line s on s.order_id = o.id where o.code = ${code}`.execute(app.db);
  return rows[0]!;
}

describe("a warung's day on paper", () => {
  it("has an order", async () => {
    await buyer.goto("/lokasi");
    await chooseKedaton(buyer);
    await putInCart(buyer, "keripik-pisang-cokelat-dapur-bu-siti");
    await buyer.goto("/warung/warung-pak-budi");
    await buyer.getByRole("button", { name: "Tambah Beras Medium ke keranjang" }).click();
    await expect
      .poll(() => buyer.getByRole("link", { name: /^Keranjang, 2 barang/ }).count())
      .toBeGreaterThan(0);
    await buyer.goto("/checkout");
    await fillAddress(buyer);
    await buyer.getByRole("button", { name: "Pesan sekarang" }).click();
    await buyer.waitForURL(/\/pesanan\/.+k=/);
    code = codeOf(buyer);
    pin = await pinOf(buyer);
    await logIn(operator, PAK_BUDI.mobile);
    await operator.getByRole("button", { name: "Terima pesanan" }).click({ timeout: 20_000 });
    await operator.waitForURL(`**/operator/pesanan/${code}`);
  });

  it("begins with what must be in the shop, order by order", async () => {
    await operator.getByRole("link", { name: "Laporan", exact: true }).click();
    await operator.waitForURL("**/operator/laporan");
    await operator.getByRole("link", { name: /Daftar kemas/ }).click();
    await operator.waitForURL("**/operator/laporan/kemas");
    await operator.getByRole("heading", { name: "Daftar kemas, per pesanan" }).waitFor();
    const { promised } = await daysOf();
    await operator.goto(`/operator/laporan/kemas?hari=${promised}`);
    const order = operator.getByRole("region", { name: `Pesanan ${code}` });
    await order.getByText("Beras Medium").waitFor();
    await order.getByText("dari Dapur Bu Siti").waitFor();
    expect(await order.getByText("belum di warung").count()).toBe(2);
  });

  it("is put together by seller and by product, and goes to the printer with one tap", async () => {
    await operator.getByRole("link", { name: "Per penjual" }).click();
    await operator.getByRole("region", { name: "Dapur Bu Siti" }).getByText(code).waitFor();
    await operator.getByRole("region", { name: "Rak warung" }).getByText("Beras Medium").waitFor();
    await operator.getByRole("link", { name: "Per produk" }).click();
    await operator.getByRole("heading", { name: "Daftar kemas, per produk" }).waitFor();
    await operator.evaluate("window.print = () => { window.printed = true; }");
    await operator.getByRole("button", { name: "Cetak" }).click();
    expect(await operator.evaluate("window.printed")).toBe(true);
  });

  it("shows on paper the list alone, black on white", async () => {
    await operator.emulateMedia({ media: "print" });
    expect(await operator.getByRole("link", { name: "Pesanan", exact: true }).isVisible()).toBe(false);
    expect(await operator.getByRole("button", { name: "Cetak" }).isVisible()).toBe(false);
    expect(await operator.getByText(/^Warung Pak Budi · dicetak /).isVisible()).toBe(true);
    const ink = "getComputedStyle(document.querySelector('main .muted')).color";
    expect(await operator.evaluate(ink)).toBe("rgb(0, 0, 0)");
    await operator.emulateMedia({ media: "screen" });
  });

  it("is a spreadsheet, too", async () => {
    const { promised } = await daysOf();
    const answer = await operator.request.get(`/operator/laporan/kemas.csv?menurut=produk&hari=${promised}`);
    expect(answer.headers()["content-disposition"]).toContain(`kemas-per-produk-${promised}.csv`);
    const text = await answer.text();
    expect(text.startsWith("\ufeffdari;no_hp;barang;")).toBe(true);
    expect(text).toContain(code);
  });

  it("tells the seller what to bring to whom, without JavaScript", async () => {
    await logIn(seller, BU_SITI.mobile);
    await seller.goto("/penjual/pesanan");
    await seller.getByRole("link", { name: "Daftar serah untuk dicetak" }).click();
    await seller.waitForURL("**/penjual/laporan/serah");
    await seller.getByRole("region", { name: "Warung Pak Budi" }).getByText(code).waitFor();
    await seller.getByText("Untuk mencetak, pakai menu Cetak di peramban Anda.").waitFor();
    expect(await seller.getByRole("button", { name: "Cetak" }).count()).toBe(0);
    expect(await seller.locator("main").textContent()).not.toContain("Rina");
    const { due } = await daysOf();
    const answer = await seller.request.get(`/penjual/laporan/serah.csv?hari=${due}`);
    expect(await answer.text()).toContain(code);
  });

  it("tells the warung who brings what, with their number", async () => {
    const { due } = await daysOf();
    await operator.goto(`/operator/laporan/jemput?hari=${due}`);
    const siti = operator.getByRole("region", { name: "Dapur Bu Siti" });
    await siti.getByText(code).waitFor();
    await siti.getByText("0812-7200-0001").waitFor();
  });

  it("ends with the cash, whose it is, and its sum", async () => {
    await seller.goto("/penjual");
    await seller.getByRole("button", { name: "Barang ada, saya siapkan" }).click();
    await seller.getByText("Pesanan dikonfirmasi.").waitFor();
    await seller.getByRole("button", { name: "Sudah saya serahkan ke warung" }).click();
    await seller.getByText("Tercatat: barang sudah Anda serahkan.").waitFor();
    await operator.goto(`/operator/pesanan/${code}`);
    const arrived = operator.getByRole("button", { name: "Barang Dapur Bu Siti sudah tiba" });
    await arrived.click();
    await arrived.waitFor({ state: "detached" });
    await operator.getByRole("button", { name: "Beras Medium sudah diambil" }).click();
    await operator.getByRole("button", { name: "Semua lengkap, siap diantar" }).click();
    await operator.getByRole("button", { name: "Berangkat mengantar" }).click();
    await operator.getByLabel("PIN dari pembeli").fill(pin);
    await operator.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await operator.getByText("Pesanan selesai diserahkan.").waitFor();

    await operator.getByRole("link", { name: /tunai$/ }).click();
    await operator.waitForURL("**/operator/laporan/kas");
    await operator.getByRole("link", { name: code }).waitFor();
    const { total, goods } = await app.db
      .selectFrom("order")
      .innerJoin("order_line", "order_line.order_id", "order.id")
      .select(["order.total", "order_line.price as goods"])
      .where("order.code", "=", code)
      .where("order_line.variant_id", "is not", null)
      .executeTakeFirstOrThrow();
    const text = (await operator.locator("main").textContent()) ?? "";
    const rupiah = (amount: number) => `Rp${amount.toLocaleString("id-ID")}`;
    expect(text).toContain(rupiah(total));
    expect(text).toContain(`Dapur Bu Siti${rupiah(goods)}`);
    await operator.goto("/operator/laporan/kemas");
    await operator.getByText("Tidak ada yang perlu dikemas").waitFor();
  });
});

describe("fair shares", () => {
  it("are an officer's own regency, sorted by a link, without JavaScript", async () => {
    await logIn(ratna, BU_RATNA.mobile);
    await ratna.goto("/dinas/warung");
    await ratna.getByRole("link", { name: "Bagian tiap warung" }).click();
    await ratna.waitForURL("**/dinas/warung/bagian");
    const rows = ratna.getByRole("region", { name: "Rincian per warung" }).getByRole("row");
    await expect.poll(() => rows.nth(1).textContent()).toContain("Warung Pak Budi");
    expect(await ratna.getByLabel("Kabupaten/kota").count()).toBe(0);
    await ratna.getByRole("link", { name: "Warung", exact: true }).last().click();
    await ratna.waitForURL(/urut=nama&arah=naik/);
    const names = await rows.getByRole("rowheader").getByRole("link").allInnerTexts();
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "id")));
    const csv = await ratna.request.get("/dinas/warung/bagian.csv");
    expect(await csv.text()).toMatch(/Warung Pak Budi;[^\r]*;Siap;;1;100,0;/);
    expect((await ratna.request.get("/dinas/warung/bagian?kabupaten=18.09")).status()).toBe(403);
  });

  it("tell why a warung was chosen, and why its neighbour was not", async () => {
    await ratna.goto("/dinas/warung/bagian");
    await ratna
      .getByRole("region", { name: "Bagian pesanan" })
      .getByRole("link", { name: "Warung Pak Budi" })
      .click();
    await ratna.waitForURL("**/dinas/warung/warung-pak-budi/pilihan");
    await ratna.getByText("ditawari, diterima").waitFor();
    await ratna.getByRole("link", { name: code }).waitFor();
    await ratna.goto("/dinas/warung/warung-bu-ani");
    await ratna.getByRole("link", { name: "Mengapa dipilih atau tidak" }).click();
    await ratna.waitForURL("**/dinas/warung/warung-bu-ani/pilihan");
    await ratna.getByRole("region", { name: "Ringkasan alasan" }).getByText("1 kali").waitFor();
    await ratna.getByText("Yang ditawari: Warung Pak Budi.").waitFor();
  });

  it("are chosen by the province per regency", async () => {
    await logIn(dewi, BU_DEWI.mobile);
    await dewi.goto("/dinas/warung/bagian");
    await dewi.getByLabel("Kabupaten/kota").selectOption({ label: "Kota Bandar Lampung" });
    await dewi.getByRole("button", { name: "Tampilkan" }).click();
    await dewi.waitForURL(/kabupaten=18\.71/);
    await dewi
      .getByRole("region", { name: "Bagian pesanan" })
      .getByRole("link", { name: "Warung Pak Budi" })
      .waitFor();
  });
});
