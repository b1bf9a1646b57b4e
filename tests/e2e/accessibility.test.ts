import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA, BU_SITI, PAK_BUDI, RINA } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import {
  aPhone,
  chooseKedaton,
  goToCheckout,
  logIn,
  PHONE,
  placeOrder,
  putInCart,
} from "../support/shopper.ts";

/** Every page on a narrow phone: usable with a screen reader, and nothing beyond the right edge. */
let app: App;
let browser: Browser;
const people = new Map<string, { context: BrowserContext; page: Page }>();
let tracking = "";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  for (const who of ["newcomer", "buyer", "member", "seller", "operator", "officer", "province"]) {
    people.set(who, await aPhone(browser, app.url));
  }
  const buyer = pageOf("buyer");
  await buyer.goto("/lokasi");
  await chooseKedaton(buyer);
  await putInCart(buyer, "keripik-pisang-cokelat-dapur-bu-siti");
  await goToCheckout(buyer);
  await placeOrder(buyer);
  tracking = buyer.url();
  await putInCart(buyer, "keripik-pisang-cokelat-keripik-yuni");
  await logIn(pageOf("member"), RINA.mobile);
  await logIn(pageOf("seller"), BU_SITI.mobile);
  await logIn(pageOf("operator"), PAK_BUDI.mobile);
  await logIn(pageOf("officer"), BU_RATNA.mobile);
  await logIn(pageOf("province"), BU_DEWI.mobile);
});
afterAll(async () => {
  for (const { context } of people.values()) await context.close();
  await browser?.close();
  await app?.stop();
});

function pageOf(who: string): Page {
  return people.get(who)!.page;
}

it.each([
  ["newcomer", "/"],
  ["newcomer", "/lokasi?q=kedaton"],
  ["newcomer", "/masuk"],
  ["newcomer", "/daftar"],
  ["newcomer", "/sandi"],
  ["newcomer", "/keranjang"],
  ["newcomer", "/tidak-ada"],
  ["buyer", "/"],
  ["buyer", "/produk?q=kripik+pisng"],
  ["buyer", "/produk?q=tidakadayangbegini"],
  ["buyer", "/produk?kategori=camilan&kisaran=10-25&halal=ya&dekat=kabupaten&urut=terdekat"],
  ["newcomer", "/produk?dekat=kecamatan&urut=terdekat"],
  ["buyer", "/produk/keripik-pisang-cokelat-dapur-bu-siti"],
  ["buyer", "/umkm/dapur-bu-siti"],
  ["buyer", "/warung/warung-pak-budi"],
  ["buyer", "/keranjang"],
  ["buyer", "/checkout"],
  ["buyer", "/checkout?ambil=warung-pak-budi"],
  ["buyer", "pesanan"],
  ["member", "/akun"],
  ["member", "/akun/profil"],
  ["member", "/akun/nomor"],
  ["member", "/akun/perangkat"],
  ["member", "/akun/data"],
  ["member", "/akun/dua-langkah"],
  ["operator", "/operator/toko/qris"],
  ["operator", "/operator/uang"],
  ["operator", "/operator/uang/setor"],
  ["operator", "/operator/laporan/setoran"],
  ["officer", "/dinas/uang"],
  ["seller", "/penjual"],
  ["seller", "/penjual/usaha"],
  ["seller", "/penjual/pesanan"],
  ["seller", "/penjual/keluhan"],
  ["seller", "/penjual/laporan/serah"],
  ["seller", "/penjual/produk"],
  ["seller", "/penjual/produk/baru"],
  ["seller", "/penjual/produk/massal"],
  ["seller", "/penjual/produk/keripik-pisang-cokelat-dapur-bu-siti"],
  ["seller", "/penjual/titip"],
  ["seller", "/penjual/titip/baru"],
  ["seller", "/penjual/titip/ke/warung-pak-budi"],
  ["seller", "/penjual/uang"],
  ["seller", "/penjual/uang/rekening"],
  ["operator", "/operator"],
  ["operator", "/operator/keluhan"],
  ["operator", "/operator/laporan"],
  ["operator", "/operator/laporan/kemas"],
  ["operator", "/operator/laporan/kemas?menurut=penjual"],
  ["operator", "/operator/laporan/jemput"],
  ["operator", "/operator/laporan/kas"],
  ["operator", "/operator/antar"],
  ["operator", "/operator/sembako"],
  ["operator", "/operator/titip"],
  ["operator", "/operator/toko"],
  ["operator", "/operator/toko/jam"],
  ["operator", "/operator/toko/jeda"],
  ["operator", "/operator/toko/wilayah"],
  ["operator", "/operator/toko/ongkir"],
  ["operator", "/operator/toko/layanan"],
  ["operator", "/operator/toko/nomor"],
  ["operator", "/operator/toko/staf"],
  ["operator", "/operator/toko/rekening"],
  ["operator", "/operator/uang/penyelesaian"],
  ["officer", "/dinas"],
  ["officer", "/dinas/pesanan"],
  ["officer", "/dinas/keluhan"],
  ["officer", "/dinas/warung"],
  ["officer", "/dinas/warung/usulkan"],
  ["officer", "/dinas/warung/bagian"],
  ["officer", "/dinas/warung/warung-pak-budi/pilihan"],
  ["officer", "/dinas/warung/warung-pak-budi"],
  ["officer", "/dinas/warung/warung-pak-budi/ubah"],
  ["officer", "/dinas/impor"],
  ["officer", "/dinas/kotak-keluar"],
  ["province", "/dinas/warung"],
  ["province", "/dinas/kalender"],
  ["province", "/dinas/warung/peta"],
  ["province", "/dinas/warung/bagian"],
  ["province", "/dinas/petugas"],
  ["province", "/dinas/penyelesaian"],
  ["province", "/dinas/ketentuan"],
])("a %s can use %s", async (who, path) => {
  const page = pageOf(who);
  const answer = await page.goto(path === "pesanan" ? tracking : path);
  expect(new URL(page.url()).pathname).toBe(new URL(path === "pesanan" ? tracking : path, app.url).pathname);
  expect(answer?.status()).toBe(path === "/tidak-ada" ? 404 : 200);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
});
