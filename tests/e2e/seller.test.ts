import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_RATNA, BU_SITI, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, codeOf, fillAddress, logIn, putInCart } from "../support/shopper.ts";

let app: App;
let browser: Browser;
/** Bu Siti on her old phone, without JavaScript, and on her new one. */
let plain: Page;
let siti: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  plain = (await aPhone(browser, app.url, { javaScript: false })).page;
  siti = (await aPhone(browser, app.url)).page;
  for (const page of [plain, siti]) await logIn(page, BU_SITI.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const aPhoto = async (background: string) => ({
  name: "foto.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 900, height: 700, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});

const slugOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1)!;

/** Her photos from first to last, by the picture each shows. */
async function photosOf(slug: string): Promise<string[]> {
  const rows = await app.db
    .selectFrom("product_photo")
    .innerJoin("product", "product.id", "product_photo.product_id")
    .innerJoin("media", "media.id", "product_photo.media_id")
    .select("media.hash")
    .where("product.slug", "=", slug)
    .orderBy("product_photo.position")
    .execute();
  return rows.map((row) => row.hash);
}

async function variantsOf(slug: string) {
  return app.db
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .select(["variant.id", "variant.label", "variant.price", "variant.stock"])
    .where("product.slug", "=", slug)
    .orderBy("variant.position")
    .execute();
}

/** It fits the phone: nothing has to be moved sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), page.url()).toBe(0);
}

async function fillSize(page: Page, row: number, size: { label: string; price: string; stock: string }) {
  const fields = page.getByRole("group", { name: `Ukuran ${row + 1}` });
  await fields.getByLabel("Ukuran", { exact: true }).fill(size.label);
  await fields.getByLabel("Berat (gram)").fill("250");
  await fields.getByLabel("Harga (Rp)").fill(size.price);
  await fields.getByLabel("Stok").fill(size.stock);
}

describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("Bu Siti sells something new, $how", ({ javaScript }) => {
  const name = `Dodol Nangka ${javaScript ? "Legit" : "Manis"}`;
  let page: Page;
  let slug = "";
  beforeAll(() => {
    page = javaScript ? siti : plain;
  });

  it("writes down the product with two sizes", async () => {
    await page.goto("/penjual/produk");
    await page.getByRole("link", { name: "Produk baru" }).click();
    await page.getByLabel("Nama produk").fill(name);
    await page.getByLabel("Kategori").selectOption({ label: "Keripik" });
    await fillSize(page, 0, { label: "250 g", price: "18.000", stock: "12" });
    await page.getByRole("button", { name: "Tambah ukuran" }).click();
    await fillSize(page, 1, { label: "500 g", price: "34000", stock: "5" });
    expect(await page.getByLabel("Nama produk").inputValue()).toBe(name);
    await page.getByRole("button", { name: "Simpan, lalu tambah foto" }).click();
    await page.getByText("Produk tersimpan sebagai konsep.").waitFor();
    slug = slugOf(page);
    expect(await variantsOf(slug)).toMatchObject([
      { label: "250 g", price: 18_000, stock: 12 },
      { label: "500 g", price: 34_000, stock: 5 },
    ]);
  });

  it("adds two photos, and what she was typing meanwhile stays", async () => {
    await page.getByLabel("Keterangan").fill("Nangka matang pohon.");
    const photos = [await aPhoto("#a33b20"), await aPhoto("#2c5d8a")];
    await page.locator("input[type=file]").setInputFiles(photos);
    if (!javaScript) await page.getByRole("button", { name: "Kirim foto" }).click();
    await page.getByRole("img", { name: "Foto 2" }).waitFor();
    expect(await photosOf(slug)).toHaveLength(2);
    if (javaScript) expect(await page.getByLabel("Keterangan").inputValue()).toBe("Nangka matang pohon.");
  });

  it("puts the second photo first", async () => {
    const before = await photosOf(slug);
    await page.getByRole("button", { name: "Foto 2 ke depan" }).click();
    await expect.poll(() => photosOf(slug)).toEqual([...before].reverse());
  });

  it("shows it to buyers, who find it among her goods", async () => {
    await page.goto(`/penjual/produk/${slug}`);
    await page.getByRole("button", { name: "Tampilkan", exact: true }).click();
    await page.getByText("Produk ditampilkan.").waitFor();
    await expect
      .poll(async () => {
        await page.goto("/umkm/dapur-bu-siti");
        return page.locator(`main a[href="/produk/${slug}"]`).count();
      })
      .toBeGreaterThan(0);
    await page.goto(`/produk/${slug}`);
    await page.getByRole("heading", { level: 1, name }).waitFor();
  });

  it("copies it: the copy waits unseen, without stock", async () => {
    await page.goto(`/penjual/produk/${slug}`);
    await page.getByRole("button", { name: "Salin jadi produk baru" }).click();
    await page.getByText("Ini salinannya, tanpa stok.").waitFor();
    await page.getByText("Konsep, belum tampil").waitFor();
    const copy = slugOf(page);
    expect(copy).not.toBe(slug);
    expect(await variantsOf(copy)).toMatchObject([
      { label: "250 g", price: 18_000, stock: 0 },
      { label: "500 g", price: 34_000, stock: 0 },
    ]);
    expect((await page.request.get(`/produk/${copy}`)).status()).toBe(404);
  });
});

describe("with JavaScript", () => {
  it("photos are dragged into order", async () => {
    await siti.goto("/penjual/produk?q=Dodol+Nangka+Legit");
    await siti.getByRole("link", { name: "Dodol Nangka Legit", exact: true }).click();
    await siti.getByRole("img", { name: "Foto 2" }).waitFor();
    const slug = slugOf(siti);
    const before = await photosOf(slug);
    const places = await Promise.all(
      ["Foto 2", "Foto 1"].map((name) => siti.getByRole("img", { name }).boundingBox()),
    );
    const [from, to] = places.map((box) => ({ x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }));
    // the library comes a moment after the page
    await siti.waitForLoadState("networkidle");
    await siti.mouse.move(from!.x, from!.y);
    await siti.mouse.down();
    await siti.mouse.move(from!.x - 20, from!.y, { steps: 4 });
    await siti.mouse.move(to!.x - 20, to!.y, { steps: 12 });
    await siti.mouse.up();
    await expect.poll(() => photosOf(slug)).toEqual([...before].reverse());
  });
});

describe("the sheet of prices and stocks", () => {
  const slug = "keripik-pisang-cokelat-dapur-bu-siti";
  let sizes: Awaited<ReturnType<typeof variantsOf>>;
  const cell = (what: "harga" | "stok", at: number) => plain.locator(`[name=${what}_${sizes[at]!.id}]`);
  beforeAll(async () => {
    sizes = await variantsOf(slug);
  });

  it("takes nothing while one value is wrong, says so at its row and keeps what was typed", async () => {
    await plain.goto("/penjual/produk/massal");
    await cell("harga", 0).fill("19.000");
    await cell("stok", 0).fill("40");
    await cell("harga", 1).fill("mahal");
    await plain.getByRole("button", { name: "Simpan semua" }).click();
    const row = plain.getByRole("row").filter({ has: cell("harga", 1) });
    await row.getByText(/^Harga harus angka/).waitFor();
    expect(await cell("harga", 0).inputValue()).toBe("19.000");
    expect(await cell("stok", 0).inputValue()).toBe("40");
    expect(await variantsOf(slug)).toEqual(sizes);
  });

  it("changes two sizes at once", async () => {
    await cell("harga", 1).fill("35.500");
    await plain.getByRole("button", { name: "Simpan semua" }).click();
    await plain.getByText("2 ukuran tersimpan.").waitFor();
    expect(await variantsOf(slug)).toMatchObject([
      { price: 19_000, stock: 40 },
      { price: 35_500, stock: sizes[1]!.stock },
      sizes[2]!,
    ]);
  });

  it("is remembered in the stock's history, with cause and name", async () => {
    await plain.goto(`/penjual/produk/${slug}`);
    await plain.getByRole("link", { name: "250 g" }).click();
    await plain.getByRole("heading", { level: 1, name: "Riwayat stok 250 g" }).waitFor();
    const latest = plain.getByRole("main").getByRole("listitem").first();
    await latest.getByText(`Diubah oleh ${BU_SITI.name}`).waitFor();
    await latest.getByText("jadi 40").waitFor();
  });
});

/** A buyer orders her chips, and the warung takes the order. */
async function anAcceptedOrder(): Promise<{ code: string; buyer: Page }> {
  const buyer = (await aPhone(browser, app.url)).page;
  await buyer.goto("/lokasi");
  await chooseKedaton(buyer);
  await putInCart(buyer, "keripik-pisang-cokelat-dapur-bu-siti");
  await buyer.getByRole("link", { name: "Lanjut pesan" }).click();
  await buyer.waitForURL("**/checkout");
  await fillAddress(buyer);
  await buyer.getByRole("button", { name: "Pesan sekarang" }).click();
  await buyer.waitForURL(/\/pesanan\/.+k=/);
  const code = codeOf(buyer);
  const operator = (await aPhone(browser, app.url)).page;
  await logIn(operator, PAK_BUDI.mobile);
  await operator.getByRole("button", { name: "Terima pesanan" }).click();
  await operator.waitForURL(`**/operator/pesanan/${code}`);
  return { code, buyer };
}

describe("an order whose goods turn out to be missing", () => {
  let code = "";
  let buyer: Page;
  beforeAll(async () => {
    ({ code, buyer } = await anAcceptedOrder());
  });

  it("is confirmed first", async () => {
    await plain.goto("/penjual/pesanan");
    await plain.getByText(code, { exact: true }).waitFor();
    await plain.getByRole("button", { name: "Barang ada, saya siapkan" }).click();
    await plain.getByText("Pesanan dikonfirmasi.").waitFor();
  });

  it("is reported with the reason", async () => {
    await plain.goto("/penjual/pesanan?keadaan=antar");
    await plain.getByRole("link", { name: /^Barang tidak ada/ }).click();
    await plain.getByLabel("Mengapa?").selectOption({ label: "barangnya rusak" });
    await plain.getByRole("button", { name: "Tanyakan pembeli" }).click();
    await plain.getByText("Pembeli sedang kami tanya").waitFor();
    await plain.getByText("1 tidak ada, pembeli sedang ditanya").waitFor();
  });

  it("is told to the officer with her name and the reason", async () => {
    const officer = (await aPhone(browser, app.url)).page;
    await logIn(officer, BU_RATNA.mobile);
    await officer.goto("/dinas/pesanan");
    await officer
      .getByRole("link")
      .filter({ hasText: code })
      .getByText(/Pembeli menjawab/)
      .waitFor();
    await officer.goto(`/dinas/pesanan/${code}`);
    await officer.getByText(/^Dapur Bu Siti: 1 × .* tidak ada \(barangnya rusak\)/).waitFor();
  });

  it("ends when the buyer wants nothing else, and leaves her list", async () => {
    await buyer.getByRole("radio", { name: /^Tanpa barang ini/ }).check();
    await buyer.getByRole("button", { name: "Simpan pilihan" }).click();
    await buyer.getByRole("heading", { name: "Pesanan dibatalkan" }).waitFor();
    await plain.goto("/penjual/pesanan?keadaan=antar");
    expect(await plain.getByRole("button", { name: "Sudah saya serahkan ke warung" }).count()).toBe(0);
    await plain.goto("/penjual/pesanan?keadaan=selesai");
    await plain
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByText("Tidak ada", { exact: true })
      .waitFor();
  });
});

describe("every page of hers fits a narrow phone", () => {
  it.each([
    "/penjual",
    "/penjual/produk",
    "/penjual/produk/baru",
    "/penjual/produk/keripik-pisang-cokelat-dapur-bu-siti",
    "/penjual/produk/massal",
    "/penjual/pesanan?keadaan=selesai",
    "/penjual/usaha",
    "/penjual/pengajuan",
  ])("%s", async (path) => {
    await siti.goto(path);
    await expectNoSideways(siti);
    expect(await siti.getByRole("link", { name: "Akun saya" }).count()).toBeGreaterThan(0);
  });
});
