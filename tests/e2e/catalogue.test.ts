import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_SITI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, logIn } from "../support/shopper.ts";

let app: App;
let browser: Browser;
let buyer: Page;
let seller: Page;
const WITHIN = { timeout: 2_000, interval: 100 };
const SEARCH = "/produk?q=keripik+pisang+cokelat&penjual=dapur-bu-siti";
const PRODUCT = "/produk/keripik-pisang-cokelat-dapur-bu-siti";

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ search: true }), openBrowser()]);
  buyer = (await aPhone(browser, app.url)).page;
  seller = (await aPhone(browser, app.url)).page;
  await logIn(seller, BU_SITI.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The page as any guest gets it, from the cache when it is there. */
async function read(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(app.url + path);
  return { status: answer.status, text: await answer.text() };
}

async function send(form: Record<string, string>, to = "/penjual/produk"): Promise<void> {
  const answer = await seller.request.post(to, {
    form,
    headers: { Origin: app.url },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
}

async function chips() {
  return app.db
    .selectFrom("product")
    .innerJoin("variant", "variant.product_id", "product.id")
    .select(["product.id as productId", "variant.id as variantId", "variant.price", "variant.stock"])
    .where("product.slug", "=", PRODUCT.slice("/produk/".length))
    .orderBy("variant.position")
    .executeTakeFirstOrThrow();
}

describe("what a seller changes is seen in the shop and in the search within two seconds", () => {
  it("a price", async () => {
    const { variantId, price } = await chips();
    await Promise.all([read(PRODUCT), read(SEARCH)]);
    await send({ langkah: "harga", varian: String(variantId), terlihat: String(price), harga: "23.456" });
    await expect.poll(async () => (await read(PRODUCT)).text, WITHIN).toContain("Rp23.456");
    await expect.poll(async () => (await read(SEARCH)).text, WITHIN).toContain("Rp23.456");
  });

  it("a stock", async () => {
    const { variantId, stock } = await chips();
    await send({ langkah: "stok", varian: String(variantId), terlihat: String(stock), stok: "3" });
    await expect.poll(async () => (await read(PRODUCT)).text, WITHIN).toMatch(/[Tt]inggal\s*(<!-- -->)?\s*3/);
  });

  it("its being there at all", async () => {
    const { productId } = await chips();
    const form = { produk: String(productId) };
    expect((await read(SEARCH)).text).toContain(PRODUCT);
    await send({ ke: "sembunyikan", ...form }, `/penjual${PRODUCT}/tampil`);
    await expect.poll(async () => (await read(PRODUCT)).status, WITHIN).toBe(404);
    await expect.poll(async () => (await read(SEARCH)).text, WITHIN).not.toContain(`href="${PRODUCT}"`);
    await send({ ke: "tampilkan", ...form }, `/penjual${PRODUCT}/tampil`);
    await expect.poll(async () => (await read(PRODUCT)).status, WITHIN).toBe(200);
    await expect.poll(async () => (await read(SEARCH)).text, WITHIN).toContain(`href="${PRODUCT}"`);
  });
});

describe("the catalogue", () => {
  const count = async () => {
    const [, digits] =
      /([\d.]+)(?: lebih)? produk/.exec((await buyer.locator("main").textContent()) ?? "") ?? [];
    return Number((digits ?? "0").replaceAll(".", ""));
  };

  it("is narrowed by kind, place and price, and widened again by a chip", async () => {
    await buyer.goto("/produk?q=kopi");
    const all = await count();
    await buyer.goto("/produk?q=kopi&kategori=kopi&kabupaten=18.04&harga_min=30.000&harga_max=80.000");
    const narrowed = await count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    await buyer
      .getByRole("link", { name: /Hapus saringan/ })
      .first()
      .click();
    await expect.poll(count).toBeGreaterThanOrEqual(narrowed);
  });

  it("is sorted by price, and paged without repeating itself", async () => {
    const pricesOf = async (path: string) => {
      await buyer.goto(path);
      const texts = await buyer.locator("main .money").allInnerTexts();
      return texts.map((text) => Number(text.replace(/\D/g, "")));
    };
    const first = await pricesOf("/produk?kategori=keripik&urut=termurah");
    const second = await pricesOf("/produk?kategori=keripik&urut=termurah&halaman=2");
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(second[0]).toBeGreaterThanOrEqual(first.at(-1)!);
    const links = async (path: string) => {
      const { text } = await read(path);
      return new Set([...text.matchAll(/href="(\/produk\/[^"]+)"/g)].map(([, href]) => href));
    };
    const one = await links("/produk?kategori=keripik");
    const two = await links("/produk?kategori=keripik&halaman=2");
    expect([...one].filter((href) => two.has(href))).toEqual([]);
  });
});
