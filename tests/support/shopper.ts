/** What people do in the browser tests, told once. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, vi } from "vitest";
import { totpCode } from "#app/domain/accounts/totp.server.ts";
import { CAST_PASSWORD, CAST_TOTP_SECRET } from "#db/seed/cast.ts";
import { untilPromisesStay } from "./clock.ts";

export const PHONE = { width: 360, height: 800 } as const;
/** A step that takes longer has failed, even on two busy cores. Milliseconds. */
const PATIENCE = 45_000;

/** React has come to the page's outermost element, which it does last. */
const IS_RUNNING = "Object.keys(document.documentElement).some((key) => key.startsWith('__reactProps'))";

/**
 * From now on `goto` and `reload` wait until the page's script runs, too: React takes back some of what is chosen or
 * typed before that. From there on links and forms are the script's: the old page stays for a while, and a test waits
 * for what only the new one shows.
 */
function awaitScript(page: Page): void {
  const runs = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    const isRunning = async () => expect(await page.evaluate(IS_RUNNING)).toBe(true);
    await vi.waitFor(isRunning, { timeout: PATIENCE, interval: 50 });
    return given;
  };
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = (...how) => runs(goto(...how));
  page.reload = (...how) => runs(reload(...how));
}

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
  context.setDefaultTimeout(PATIENCE);
  if (javaScript) context.on("page", awaitScript);
  return { context, page: await context.newPage() };
}

export async function logIn(page: Page, mobile: string): Promise<void> {
  await page.goto("/masuk");
  await page.getByLabel("Nomor HP").fill(mobile);
  await page.getByLabel("Kata sandi").fill(CAST_PASSWORD);
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.waitForURL((url) => url.pathname !== "/masuk");
  if (new URL(page.url()).pathname === "/masuk/kode") await passSecondFactor(page);
}

/** An officer reads the code from their phone; one that was used just now is not taken again, the next one is. */
async function passSecondFactor(page: Page): Promise<void> {
  for (let step = 0; ; step++) {
    const ahead = Math.min(step, 1) * 30_000;
    await page.getByLabel("Kode").fill(totpCode(CAST_TOTP_SECRET, new Date(Date.now() + ahead)));
    await page.getByRole("button", { name: "Lanjutkan" }).click();
    const left = page.waitForURL((url) => url.pathname !== "/masuk/kode").then(() => true);
    const refused = page
      .getByText("Kode tidak cocok")
      .first()
      .waitFor()
      .then(() => false);
    const passed = await Promise.race([left, refused]);
    if (passed) return;
    left.catch(() => {});
    if (step > 0) await page.waitForTimeout(15_000);
    await page.goto("/masuk/kode");
  }
}

/** Follows a link to the page with this title: with JavaScript the old page stays until the new one is there. */
export async function follow(page: Page, link: string | RegExp, title: string): Promise<void> {
  await page.getByRole("link", { name: link }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Finds Kedaton in the city by its name and comes back to where the page was opened from. */
export async function chooseKedaton(page: Page): Promise<void> {
  await page.getByPlaceholder("Nama desa atau kelurahan").fill("kedaton");
  await page.getByRole("button", { name: "Cari", exact: true }).last().click();
  await page.getByRole("button", { name: /^Kedaton\s*Kec\. Kedaton, .*Bandar Lampung/ }).click();
  await page.waitForURL((url) => url.pathname !== "/lokasi");
}

/** From the cart to the form, whose promise then holds long enough to fill it in. */
export async function goToCheckout(page: Page): Promise<void> {
  await untilPromisesStay();
  await page.getByRole("link", { name: "Lanjut pesan" }).click();
  await page.getByLabel("Nama penerima").waitFor();
}

/** Fills in the form as Rina would. */
export async function fillAddress(page: Page, name = "Rina Yulianti"): Promise<void> {
  await page.getByLabel("Nama penerima").fill(name);
  await page.getByLabel("Nomor HP").fill("0812-3456-7890");
  await page.getByLabel("Jalan dan nomor rumah").fill("Jl. Pramuka No. 12");
  await page.locator("[name=rt]").fill("4");
  await page.locator("[name=rw]").fill("2");
  await page.getByLabel("Patokan").fill("depan musala Al-Ikhlas");
}

/** Sends the form that is filled in. @returns the code of the (first) order, whose page is open then */
export async function sendOrder(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Pesan sekarang" }).click();
  await page.waitForURL(/\/pesanan\/.+k=/);
  return codeOf(page);
}

/** Fills in the form and sends it. @returns the code of the (first) order, whose page is open then */
export async function placeOrder(page: Page): Promise<string> {
  await fillAddress(page);
  return sendOrder(page);
}

/** The code of the order on a tracking page. */
export function codeOf(page: Page): string {
  const code = /\/pesanan\/([^/?]+)/.exec(page.url())?.[1];
  expect(code).toBeDefined();
  return code!;
}

/** Opens a product and puts one piece of it in the cart. */
export async function putInCart(page: Page, slug: string): Promise<void> {
  await page.goto(`/produk/${slug}`);
  await page.getByRole("button", { name: "Masukkan keranjang" }).click();
  await page.waitForURL("**/keranjang");
}

/** Opens Pak Budi's warung and puts one piece of a staple in the cart, which then holds `pieces`. */
export async function putStapleInCart(page: Page, staple: string, pieces: number): Promise<void> {
  await page.goto("/warung/warung-pak-budi");
  await page.getByRole("button", { name: `Tambah ${staple} ke keranjang` }).click();
  await page
    .getByRole("link", { name: new RegExp(`^Keranjang, ${pieces} barang`) })
    .first()
    .waitFor();
}

/** The four digits on a tracking page. */
export async function pinOf(page: Page): Promise<string> {
  const digits = page.locator("main").getByText(/^\d{4}$/);
  return (await digits.textContent()) ?? "";
}

/** A seller says yes to their part of an order and brings it to the warung. */
export async function handOver(page: Page, mobile: string): Promise<void> {
  await logIn(page, mobile);
  await page.getByRole("button", { name: "Barang ada, saya siapkan" }).click();
  await page.getByText("Pesanan dikonfirmasi.").waitFor();
  await page.getByRole("button", { name: "Sudah saya serahkan ke warung" }).click();
  await page.getByText("Tercatat: barang sudah Anda serahkan.").waitFor();
}
