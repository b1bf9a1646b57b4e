/** What people do in the browser tests, told once. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { CAST_PASSWORD } from "#db/seed/cast.ts";

export const PHONE = { width: 360, height: 800 } as const;

/** A person's phone: cookies of its own; `javaScript: false` is an old or poor one. */
export async function aPhone(
  browser: Browser,
  baseURL: string,
  { javaScript = true }: { javaScript?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL,
    viewport: PHONE,
    locale: "id-ID",
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(15_000);
  return { context, page: await context.newPage() };
}

export async function logIn(page: Page, mobile: string): Promise<void> {
  await page.goto("/masuk");
  await page.getByLabel("Nomor HP").fill(mobile);
  await page.getByLabel("Kata sandi").fill(CAST_PASSWORD);
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.waitForURL((url) => url.pathname !== "/masuk");
}

/** Finds Kedaton in the city by its name and comes back to where the page was opened from. */
export async function chooseKedaton(page: Page): Promise<void> {
  await page.getByPlaceholder("Nama desa atau kelurahan").fill("kedaton");
  await page.getByRole("button", { name: "Cari", exact: true }).last().click();
  await page.getByRole("button", { name: /^Kedaton\s*Kec\. Kedaton, .*Bandar Lampung/ }).click();
  await page.waitForURL((url) => url.pathname !== "/lokasi");
}

/** Fills the address as Rina would. */
export async function fillAddress(page: Page, name = "Rina Yulianti"): Promise<void> {
  await page.getByLabel("Nama penerima").fill(name);
  await page.getByLabel("Nomor HP").fill("0812-3456-7890");
  await page.getByLabel("Jalan dan nomor rumah").fill("Jl. Pramuka No. 12");
  await page.locator("[name=rt]").fill("4");
  await page.locator("[name=rw]").fill("2");
  await page.getByLabel("Patokan").fill("depan musala Al-Ikhlas");
}

/** The code of the order on a tracking page. */
export function codeOf(page: Page): string {
  const code = /\/pesanan\/([^/?]+)/.exec(page.url())?.[1];
  expect(code).toBeDefined();
  return code!;
}
