import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BU_RATNA, BU_SITI, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, fillAddress, logIn, PHONE, putInCart } from "../support/shopper.ts";

/** Every page on a narrow phone: usable with a screen reader, and nothing beyond the right edge. */
let app: App;
let browser: Browser;
const people = new Map<string, { context: BrowserContext; page: Page }>();
let tracking = "";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  for (const who of ["newcomer", "buyer", "seller", "operator", "officer"]) {
    people.set(who, await aPhone(browser, app.url));
  }
  const buyer = pageOf("buyer");
  await buyer.goto("/lokasi");
  await chooseKedaton(buyer);
  await putInCart(buyer, "keripik-pisang-cokelat-dapur-bu-siti");
  await buyer.goto("/checkout");
  await fillAddress(buyer);
  await buyer.getByRole("button", { name: "Pesan sekarang" }).click();
  await buyer.waitForURL(/\/pesanan\/.+k=/);
  tracking = buyer.url();
  await putInCart(buyer, "keripik-pisang-cokelat-keripik-yuni");
  await logIn(pageOf("seller"), BU_SITI.mobile);
  await logIn(pageOf("operator"), PAK_BUDI.mobile);
  await logIn(pageOf("officer"), BU_RATNA.mobile);
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
  ["newcomer", "/keranjang"],
  ["newcomer", "/tidak-ada"],
  ["buyer", "/"],
  ["buyer", "/produk?q=kripik+pisng"],
  ["buyer", "/produk?q=tidakadayangbegini"],
  ["buyer", "/produk/keripik-pisang-cokelat-dapur-bu-siti"],
  ["buyer", "/umkm/dapur-bu-siti"],
  ["buyer", "/warung/warung-pak-budi"],
  ["buyer", "/keranjang"],
  ["buyer", "/checkout"],
  ["buyer", "pesanan"],
  ["seller", "/penjual"],
  ["seller", "/penjual/produk"],
  ["operator", "/operator"],
  ["operator", "/operator/sembako"],
  ["officer", "/dinas"],
  ["officer", "/dinas/pesanan"],
  ["officer", "/dinas/warung"],
])("a %s can use %s", async (who, path) => {
  const page = pageOf(who);
  await page.goto(path === "pesanan" ? tracking : path);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
});
