import { AxeBuilder } from "@axe-core/playwright";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_RATNA, BU_SITI, PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, codeOf, fillAddress, logIn, pinOf, putInCart } from "../support/shopper.ts";

const CHIPS = "keripik-pisang-cokelat-dapur-bu-siti";

let app: App;
let browser: Browser;
/** The buyer has no JavaScript, nor has the seller on her old phone; the warung has. */
let buyer: Page;
let siti: Page;
let budi: Page;
/** Bu Siti's other phone, with JavaScript, on which each page is looked at once more. */
let reader: Page;
let code = "";

/** What the buyer's page says the order costs. */
async function shownTotal(): Promise<number> {
  const row = buyer.getByText("Jumlah, tunai").locator("..");
  return Number((await row.textContent())!.replace(/\D/g, ""));
}

/** It fits the phone, and a screen reader can use it. */
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), page.url()).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** The same, of a page that stands on a phone without JavaScript. */
async function expectUsable(page: Page): Promise<void> {
  await reader.goto(page.url());
  await expectFits(reader);
}

/** Chips from the buyer's own district and everything on Pak Budi's shelf: one order, for him, at any hour. */
async function nearby(db: App["db"]): Promise<void> {
  await sql`update product set made_in_district_code = '18.71.01' where slug = ${CHIPS}`.execute(db);
  await sql`update warung_staple set availability = 'ada'
    where warung_id = (select id from warung where slug = 'warung-pak-budi')`.execute(db);
}

async function place(choice: string, staples: readonly string[]): Promise<void> {
  for (let piece = 0; piece < 3; piece++) await putInCart(buyer, CHIPS);
  await buyer.goto("/warung/warung-pak-budi");
  for (const [at, name] of staples.entries()) {
    await buyer.getByRole("button", { name: `Tambah ${name} ke keranjang` }).click();
    await buyer.getByText(`${4 + at} barang di keranjang`).waitFor();
  }
  await buyer.goto("/checkout");
  await buyer.getByRole("heading", { name: "Diantar ke" }).waitFor();
  await fillAddress(buyer);
  await buyer.getByLabel(choice).check();
  await buyer.getByRole("button", { name: "Pesan sekarang" }).click();
  await buyer.waitForURL(/\/pesanan\/.+k=/);
  code = codeOf(buyer);
}

async function accept(): Promise<void> {
  await expect
    .poll(
      async () => {
        await budi.goto("/operator");
        return budi.getByRole("button", { name: "Terima pesanan" }).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await budi.getByRole("button", { name: "Terima pesanan" }).click();
  await budi.waitForURL(`**/operator/pesanan/${code}`);
  await budi.getByRole("heading", { name: "Rina Yulianti, Kedaton" }).waitFor();
}

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ seed: nearby }), openBrowser()]);
  buyer = (await aPhone(browser, app.url, { javaScript: false })).page;
  siti = (await aPhone(browser, app.url, { javaScript: false })).page;
  budi = (await aPhone(browser, app.url)).page;
  reader = (await aPhone(browser, app.url)).page;
  for (const page of [siti, reader]) await logIn(page, BU_SITI.mobile);
  await logIn(budi, PAK_BUDI.mobile);
  await buyer.goto("/lokasi");
  await chooseKedaton(buyer);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("two of three bags are missing, and then the eggs", () => {
  let before = 0;
  let agreed = 0;

  it("chooses with the order what happens with what is missing", async () => {
    await place("Hapus barang itu saja", ["Beras Medium", "Telur Ayam Ras"]);
    await buyer.getByText("Tanpa jawaban: hapus barang itu saja").waitFor();
    before = await shownTotal();
    await accept();
  });

  it("is refused in a form that says nothing sensible, and to strangers", async () => {
    const page = `/penjual/pesanan/${code}/tidak-ada`;
    const post = async (path: string, form: Record<string, string>) =>
      (await siti.request.post(path, { form, headers: { origin: app.url } })).status();
    const report = { baris: "999999999", jumlah: "1", alasan: "habis", pengganti: "tanpa" };
    expect(await post(page, {})).toBe(422);
    expect(await post(page, { ...report, alasan: "tidak-datang" })).toBe(422);
    expect(await post(page, { ...report, pengganti: "emas" })).toBe(422);
    expect(await post(page, report)).toBe(404);
    expect(await post(`/operator/pesanan/${code}/tidak-ada`, report)).toBe(403);
    expect(await post(`/pesanan/${code}`, { intent: "habis", pertanyaan: "1", pilihan: "dropped" })).toBe(
      404,
    );
    expect((await siti.request.get("/penjual/pesanan/LL-222222/tidak-ada")).status()).toBe(404);
    expect((await siti.request.get(`${page}?baris=x&q=%F0%9F%98%80`)).status()).toBe(200);
  });

  it("is reported by the seller, who looks for another of her goods and proposes it", async () => {
    await siti.goto("/penjual/pesanan");
    await siti.getByRole("link", { name: "Barang tidak ada" }).click();
    await siti
      .getByRole("heading", { name: "Ada penggantinya?" })
      .or(siti.getByText("Ada penggantinya?"))
      .first()
      .waitFor();
    await siti.getByLabel("Berapa yang tidak ada?").fill("2");
    await siti.getByLabel("Sisa stok untuk dijual").fill("4");
    await siti.getByLabel("Cari yang lain").fill("singkong");
    await siti.getByRole("button", { name: "Cari" }).click();
    await siti.waitForURL(/q=singkong/);
    expect(await siti.getByLabel("Berapa yang tidak ada?").inputValue()).toBe("2");
    expect(await siti.getByLabel("Sisa stok untuk dijual").inputValue()).toBe("4");
    await expectUsable(siti);
    await siti
      .getByRole("radio", { name: /^Keripik Singkong/ })
      .first()
      .check();
    await siti.getByRole("button", { name: "Tanyakan pembeli" }).click();
    await siti.getByText("Pembeli sedang kami tanya").waitFor();
    await siti.getByText("2 tidak ada, pembeli sedang ditanya").waitFor();
    const { stock } = await app.db
      .selectFrom("variant")
      .innerJoin("product", "product.id", "variant.product_id")
      .select("variant.stock")
      .where("product.slug", "=", CHIPS)
      .orderBy("variant.position")
      .executeTakeFirstOrThrow();
    expect(stock).toBe(4);
  });

  it("is asked of the buyer, who sees what each answer costs and takes the substitute", async () => {
    await buyer.reload();
    await buyer.getByRole("heading", { name: "Ada barang yang kurang. Mau bagaimana?" }).waitFor();
    await buyer.getByRole("heading", { name: /^2 dari 3 Keripik Pisang Cokelat tidak ada$/ }).waitFor();
    await expectUsable(buyer);
    const substitute = buyer.getByRole("radio", { name: /^Ganti dengan 2 × Keripik Singkong/ });
    const said = (await substitute.locator("..").textContent())!;
    agreed = Number(/jumlah jadi Rp([\d.]+)/.exec(said)![1]!.replaceAll(".", ""));
    await substitute.check();
    await buyer.getByRole("button", { name: "Simpan pilihan" }).click();
    await buyer.getByText("pengganti Keripik Pisang Cokelat").waitFor();
    await buyer.getByText("habis, tidak ditagih").waitFor();
    expect(await shownTotal()).toBe(agreed);
    expect(agreed).not.toBe(before);
  });

  it("lets the warung report the eggs, and drops them when nobody answers", async () => {
    await budi.goto(`/operator/pesanan/${code}`);
    await budi.getByRole("link", { name: /^Tidak ada\s*: Telur Ayam Ras$/ }).click();
    await budi.getByText("Ada penggantinya?").waitFor();
    await expectFits(budi);
    await budi.getByRole("button", { name: "Tanyakan pembeli" }).click();
    await budi.getByText("pembeli ditanya").waitFor();
    await expectFits(budi);
    await buyer.reload();
    await buyer.getByRole("heading", { name: /Telur Ayam Ras tidak ada$/ }).waitFor();
    await sql`update shortage set deadline_at = now() - interval '1 second' where decided_at is null`.execute(
      app.db,
    );
    await sql`select graphile_worker.add_job('sweep-deadlines')`.execute(app.db);
    await expect
      .poll(
        async () => {
          await buyer.reload();
          return buyer.getByRole("heading", { name: /^Disiapkan|^Warung Pak Budi masih/ }).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    expect(await buyer.getByText("habis, tidak ditagih").count()).toBe(2);
    expect(await shownTotal()).toBeLessThan(agreed);
  });

  it("is delivered for what the buyer saw, and the ledger says the same", async () => {
    const total = await shownTotal();
    const pin = await pinOf(buyer);
    await siti.goto("/penjual");
    await siti.getByRole("button", { name: "Barang ada, saya siapkan" }).click();
    await siti.getByText("Pesanan dikonfirmasi.").waitFor();
    await siti.getByRole("button", { name: "Sudah saya serahkan ke warung" }).click();
    await siti.getByText("Tercatat: barang sudah Anda serahkan.").waitFor();
    await budi.goto(`/operator/pesanan/${code}`);
    await budi.getByRole("button", { name: "Barang Dapur Bu Siti sudah tiba" }).click();
    await budi
      .getByRole("button", { name: "Barang Dapur Bu Siti sudah tiba" })
      .waitFor({ state: "detached" });
    await budi.getByRole("button", { name: "Beras Medium sudah diambil" }).click();
    await budi.getByRole("button", { name: "Semua lengkap, siap diantar" }).click();
    await budi.getByRole("button", { name: "Berangkat mengantar" }).click();
    await budi.getByLabel("PIN dari pembeli").fill(pin);
    await budi.getByRole("button", { name: "Sudah diterima dan dibayar" }).click();
    await budi.getByText("Pesanan selesai diserahkan.").waitFor();
    await buyer.reload();
    await buyer.getByRole("heading", { name: "Sudah Anda terima. Terima kasih!" }).waitFor();
    expect(await shownTotal()).toBe(total);
    const { rows } = await sql<{ account: string; amount: number }>`
      select split_part(e.account, ':', 3) as account, sum(e.amount)::bigint as amount
        from ledger_entry e join posting p on p.id = e.posting_id join "order" o on o.id = p.order_id
       where o.code = ${code} group by 1`.execute(app.db);
    expect(rows.find((row) => row.account === "kas")?.amount).toBe(total);
    expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(0);
    const { rows: owed } = await sql<{ goods: number }>`
      select sum(l.price * l.quantity)::bigint + max(s.first_leg_fee) as goods from order_line l
        join seller_line s on s.id = l.seller_line_id join "order" o on o.id = l.order_id
       where o.code = ${code} and l.quantity > 0`.execute(app.db);
    expect(-rows.find((row) => row.account === "piutang")!.amount).toBe(owed[0]!.goods);
  });
});

describe("a buyer on the telephone", () => {
  it("is answered for by the officer, and the order ends when they want it no more", async () => {
    await place("Batalkan pesanan", ["Beras Medium"]);
    await accept();
    await budi.getByRole("link", { name: /^Tidak ada\s*: Beras Medium$/ }).click();
    await budi.getByText("Ada penggantinya?").waitFor();
    await budi.getByRole("button", { name: "Tanyakan pembeli" }).click();
    await budi.getByText("pembeli ditanya").waitFor();
    const { page: ratna, context } = await aPhone(browser, app.url);
    await logIn(ratna, BU_RATNA.mobile);
    await ratna.goto(`/dinas/pesanan/${code}`);
    await ratna.getByRole("heading", { name: /Beras Medium tidak ada$/ }).waitFor();
    await expectFits(ratna);
    await ratna.getByRole("radio", { name: /^Batalkan seluruh pesanan/ }).check();
    await ratna.getByRole("button", { name: "Catat jawaban pembeli" }).click();
    await ratna.getByText("Jawaban pembeli tercatat.").waitFor();
    await context.close();
    await buyer.reload();
    await buyer.getByRole("heading", { name: "Pesanan dibatalkan" }).waitFor();
    await buyer.getByText("Beras Medium ternyata tidak ada. Tidak ada yang perlu Anda bayar.").waitFor();
  });
});
