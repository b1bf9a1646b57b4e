import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, logIn } from "../support/shopper.ts";

let app: App;
let browser: Browser;
let buyer: Page;
/** her browser runs no JavaScript */
let dewi: Page;
let ratna: Page;
const WORD = "Zorgiput";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  buyer = (await aPhone(browser, app.url)).page;
  dewi = (await aPhone(browser, app.url, { javaScript: false })).page;
  ratna = (await aPhone(browser, app.url)).page;
  await logIn(dewi, BU_DEWI.mobile);
  await logIn(ratna, BU_RATNA.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("a slip of the finger", () => {
  it("is named, and what was typed can be asked for just so", async () => {
    await buyer.goto("/produk?q=keripk+pisng");
    await buyer.getByText("Menampilkan hasil untuk keripik pisang").waitFor();
    await buyer.getByRole("link", { name: /Cari persis/ }).click();
    await buyer.getByText("Yang banyak dibeli").waitFor();
    expect(await buyer.getByRole("heading", { level: 1 }).textContent()).toContain('"keripk pisng"');
    const wide = await buyer.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describe("a word that the search does not know", () => {
  it("is seen by the officer, gets a meaning, and finds within a minute", async () => {
    await buyer.goto(`/produk?q=${WORD}`);
    await buyer.getByText(`Belum ada yang cocok dengan “${WORD}”`).waitFor();

    const isListed = async () => {
      await dewi.goto("/dinas/pencarian");
      return dewi.getByText(WORD.toLowerCase(), { exact: true }).count();
    };
    await expect.poll(isListed).toBeGreaterThan(0);
    await dewi.getByRole("link", { name: `Beri padanan ${WORD.toLowerCase()}` }).click();
    await dewi.waitForURL(/kata=zorgiput/);
    expect(await dewi.getByLabel("Kata yang diketik").inputValue()).toBe("zorgiput");
    await dewi.getByLabel("Yang dimaksud").fill("kripik pisang");
    await dewi.getByRole("button", { name: "Lihat yang akan ditemukan" }).click();
    await dewi.getByText(/“kripik pisang” menemukan \d+ barang/).waitFor();
    await dewi.getByRole("button", { name: "Simpan padanan" }).click();
    await dewi.getByText("Padanan disimpan").waitFor();

    const finds = async () => (await fetch(`${app.url}/produk?q=${WORD}`)).text();
    await expect.poll(finds).toContain("Keripik Pisang");
    await buyer.goto(`/produk?q=${WORD}&urut=termurah`);
    await buyer.getByText(/^\d+ produk$/).waitFor();
  });

  it("is changed and taken out again, on record", async () => {
    await dewi.goto("/dinas/pencarian?lihat=padanan");
    await dewi.getByRole("link", { name: "Ubah zorgiput" }).click();
    await dewi.waitForURL(/maksud=/);
    await dewi.getByLabel("Yang dimaksud").fill("tapis");
    await dewi.getByRole("button", { name: "Simpan padanan" }).click();
    await dewi.getByText("zorgiput dimaksud tapis").waitFor();
    await dewi.locator("summary", { hasText: "Hapus" }).click();
    await dewi.getByRole("button", { name: "Ya, hapus padanan ini" }).click();
    await dewi.getByText("Padanan dihapus").waitFor();
    await dewi.goto("/dinas/catatan?hal=synonym");
    await dewi.getByText("Menghapus padanan kata: zorgiput").waitFor();
  });

  it("refuses a meaning that finds nothing, and says so at the field", async () => {
    await dewi.goto("/dinas/pencarian?kata=zorgiput");
    await dewi.getByLabel("Yang dimaksud").fill("qqzzxx");
    await dewi.getByRole("button", { name: "Simpan padanan" }).click();
    await dewi.getByText("Tidak ada barang yang ditemukan dengan kata ini").first().waitFor();
    expect(await dewi.getByLabel("Kata yang diketik").inputValue()).toBe("zorgiput");
  });

  it("is read, not changed, by a regency's officer; the page is for everyone to use", async () => {
    await ratna.goto("/dinas/pencarian?lihat=sering");
    await ratna.getByText("Padanan kata diberikan oleh petugas provinsi").waitFor();
    const { violations } = await new AxeBuilder({ page: ratna }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id }) => id)).toEqual([]);
    const wide = await ratna.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});
