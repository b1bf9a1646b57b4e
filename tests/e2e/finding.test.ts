import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, PHONE } from "../support/shopper.ts";

let app: App;
let browser: Browser;
let phone: Page;
let plain: { context: BrowserContext; page: Page };

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ search: true }), openBrowser()]);
  phone = (await aPhone(browser, app.url)).page;
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false, viewport: PHONE });
  plain = { context, page: await context.newPage() };
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const total = async (page: Page) => {
  const [, digits = "0"] = /([\d.]+) produk/.exec((await page.locator("main").textContent()) ?? "") ?? [];
  return Number(digits.replaceAll(".", ""));
};
const filters = (page: Page) => page.getByRole("form", { name: "Saringan" });
const box = (page: Page, name: string, value: string) =>
  filters(page).locator(`input[name="${name}"][value="${value}"]`);
const countOf = async (page: Page, name: string, value: string) => {
  const label = await filters(page)
    .locator("label")
    .filter({ has: page.locator(`input[name="${name}"][value="${value}"]`) })
    .textContent();
  return Number(/([\d.]+)$/.exec(label ?? "")![1]!.replaceAll(".", ""));
};
const fields = (page: Page) => page.getByRole("combobox", { name: "Cari produk" });

async function openFilters(page: Page): Promise<void> {
  await page.locator("label[for=saring]").click();
  await filters(page).waitFor();
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

describe("filters, on a phone", () => {
  it.each([{ script: true }, { script: false }])(
    "say how much they find, keep it, and go again one by one or all at once (JavaScript: $script)",
    async ({ script }) => {
      const page = script ? phone : plain.page;
      await page.goto("/produk");
      await openFilters(page);
      await filters(page).locator("summary", { hasText: "Camilan" }).click();
      const keripik = await countOf(page, "kategori", "keripik");
      await box(page, "kategori", "keripik").check();
      await box(page, "kategori", "kerupuk").check();
      await box(page, "halal", "ya").check();
      await filters(page).getByRole("button", { name: "Terapkan" }).click();
      // a form sends its empty fields; the page has one address
      await page.waitForURL(`${app.url}/produk?kategori=keripik&kategori=kerupuk&halal=ya`);
      await openFilters(page);
      expect(await box(page, "kategori", "keripik").isChecked()).toBe(true);
      const halal = await total(page);
      expect(halal).toBe(await countOf(page, "halal", "ya"));
      expect(halal).toBe(
        (await countOf(page, "kategori", "keripik")) + (await countOf(page, "kategori", "kerupuk")),
      );

      const chips = page.getByRole("navigation", { name: "Saringan yang dipakai" });
      await chips.getByRole("link", { name: "Hapus saringan Halal" }).click();
      await page.waitForURL(`${app.url}/produk?kategori=keripik&kategori=kerupuk`);
      await chips.getByRole("link", { name: /Kerupuk/ }).click();
      await page.waitForURL(`${app.url}/produk?kategori=keripik`);
      await expect.poll(() => total(page)).toBe(keripik);
      await page.goto("/produk?kategori=keripik&kisaran=10-25");
      await page.getByRole("link", { name: "Hapus semua", exact: true }).click();
      await page.waitForURL(`${app.url}/produk`);
    },
  );

  it("a group takes in its kinds; a kind beside it narrows it", async () => {
    await phone.goto("/produk?kategori=camilan");
    await phone.getByRole("heading", { level: 1, name: "Camilan" }).waitFor();
    const all = await total(phone);
    await openFilters(phone);
    expect(all).toBe(await countOf(phone, "kategori", "camilan"));
    const kue = await countOf(phone, "kategori", "kue");
    await box(phone, "kategori", "kue").check();
    await filters(phone).getByRole("button", { name: "Terapkan" }).click();
    await phone.waitForURL(`${app.url}/produk?kategori=kue`);
    await expect.poll(() => total(phone)).toBe(kue);
  });
});

describe("near me", () => {
  it("asks for the village first, then sorts by distance and finds what neighbours make", async () => {
    await phone.goto("/produk?urut=terdekat&dekat=kabupaten");
    await phone.getByText("Dekat dari mana?").waitFor();
    await phone.getByRole("main").getByRole("link", { name: "Pilih desa", exact: true }).click();
    await phone.waitForURL(/\/lokasi/);
    await chooseKedaton(phone);
    await phone.waitForURL(/\/produk\?/);
    await phone.getByRole("link", { name: /Di dekat saya: Kota Bandar Lampung/ }).waitFor();
    await phone.goto("/produk?urut=terdekat");
    const metres = (await phone.locator("main .product-grid .muted").allInnerTexts()).flatMap((text) => {
      const [, number, unit] = /^([\d,]+) (km|m) ·/.exec(text) ?? [];
      return number ? [Number(number.replace(",", ".")) * (unit === "km" ? 1_000 : 1)] : [];
    });
    expect(metres.length).toBe(24);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
  });
});

describe("suggestions while typing", () => {
  it("are chosen with the keys, and Escape gives the field back", async () => {
    await phone.goto("/");
    const field = fields(phone);
    await field.pressSequentially("keri");
    const options = phone.getByRole("option");
    await options.first().waitFor();
    await expect.poll(() => phone.locator("[role=search] [role=status]").textContent()).toMatch(/^\d+ saran/);
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    expect(await violations(phone)).toEqual([]);
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
    for (const option of await options.all())
      expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(44);

    await field.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
    expect(await options.first().getAttribute("aria-selected")).toBe("true");
    await field.press("ArrowUp");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    await field.press("ArrowUp");
    expect(await options.last().getAttribute("aria-selected")).toBe("true");
    await field.press("Escape");
    expect(await options.count()).toBe(0);
    expect(await field.inputValue()).toBe("keri");

    await field.press("ArrowDown");
    await field.press("Enter");
    await phone.waitForURL(`${app.url}/produk?kategori=keripik`);
  });

  it("are chosen with the thumb; without a choice Enter searches", async () => {
    await phone.goto("/");
    await fields(phone).pressSequentially("dapur bu si");
    await phone.getByRole("option", { name: /^Dapur Bu Siti/ }).click();
    await phone.waitForURL(`${app.url}/umkm/dapur-bu-siti`);
    await phone.goto("/");
    await fields(phone).pressSequentially("kopi");
    await phone.getByRole("option").first().waitFor();
    await fields(phone).press("Enter");
    await phone.waitForURL(`${app.url}/produk?q=kopi`);
  });

  it("never show an answer for an older text", async () => {
    await phone.goto("/");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await phone.route(/\/cari\/saran\?q=kerip$/, async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    const asked = phone.waitForRequest(/\/cari\/saran\?q=kerip$/);
    await fields(phone).pressSequentially("kerip");
    await asked;
    await fields(phone).fill("beras");
    await phone.getByRole("option", { name: /Beras/ }).first().waitFor();
    release();
    await phone.unroute(/\/cari\/saran\?q=kerip$/);
    expect(await phone.getByRole("option", { name: /Keripik/ }).count()).toBe(0);
    await fields(phone).fill("");
    await expect.poll(() => phone.getByRole("option").count()).toBe(0);
  });

  it("are not needed: without JavaScript the field is a form", async () => {
    await plain.page.goto("/");
    await plain.page.getByRole("searchbox", { name: "Cari produk" }).fill("kopi");
    await plain.page.getByRole("button", { name: "Cari", exact: true }).click();
    await plain.page.waitForURL(`${app.url}/produk?q=kopi`);
  });
});
