import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA, PAK_HENDRA, RINA } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, chooseKedaton, goToCheckout, logIn, placeOrder, putInCart } from "../support/shopper.ts";

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];

async function person(javaScript = true): Promise<Page> {
  const { page, context } = await aPhone(browser, app.url, { javaScript });
  contexts.push(context);
  return page;
}

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await app?.stop();
});

/** From a regency's nomination to the first order, the keeper on a phone without JavaScript. */
describe("a warung comes to life", () => {
  const slug = "warung-rina";
  const at = `/dinas/warung/${slug}`;
  let ratna: Page;
  let dewi: Page;
  let keeper: Page;

  const statusOf = async () =>
    (await app.db.selectFrom("warung").select("status").where("slug", "=", slug).executeTakeFirst())?.status;

  beforeAll(async () => {
    [ratna, dewi, keeper] = await Promise.all([person(), person(), person(false)]);
  });

  it("is nominated by its regency", async () => {
    await logIn(ratna, BU_RATNA.mobile);
    await ratna.goto("/dinas/warung");
    await ratna.getByRole("link", { name: "Usulkan warung" }).click();
    await ratna.getByRole("button", { name: "Pakai lokasi saya" }).waitFor();
    await ratna.getByLabel("Nama warung").fill("Warung Rina");
    await ratna.getByLabel("Nama pemilik").fill("Rina Yulianti");
    await ratna.getByLabel("Nomor HP").fill(RINA.mobile);
    await ratna.getByLabel("Desa atau kelurahan").selectOption({ label: "Kedaton, Kec. Kedaton" });
    await ratna.getByLabel("Alamat").fill("Jl. Pramuka No. 12");
    await ratna.getByLabel("Lintang").fill("-5,39");
    await ratna.getByLabel("Mengapa warung ini").fill("dekat pasar, buka sampai malam");
    await ratna.getByRole("button", { name: "Kirim usulan" }).click();
    // half a place is no place; what was typed is still there
    await ratna.getByText("Isi lintang dan bujur, atau kosongkan keduanya.").first().waitFor();
    expect(await ratna.getByLabel("Nama warung").inputValue()).toBe("Warung Rina");
    await ratna.getByLabel("Bujur").fill("105,25");
    await ratna.getByRole("button", { name: "Kirim usulan" }).click();
    await ratna.waitForURL(`**${at}?kabar=diusulkan`);
    await ratna.getByRole("heading", { name: "Warung Rina" }).first().waitFor();
    expect(await ratna.getByRole("button", { name: "Tetapkan warung" }).count()).toBe(0);
  });

  it("is refused to another regency's officer by page, form and address", async () => {
    const hendra = await person();
    await logIn(hendra, PAK_HENDRA.mobile);
    for (const address of [at, `${at}/ubah`]) expect((await hendra.goto(address))?.status()).toBe(403);
    for (const step of ["bekukan", "cabut", "tetapkan", "kembalikan", "aktifkan", "uji"]) {
      const answer = await hendra.request.post(`${app.url}${at}/${step}`, {
        form: { alasan: "bukan milik saya", nomor_sk: "SK/1", tanggal_sk: "2026-01-02" },
        headers: { Origin: app.url },
        maxRedirects: 0,
      });
      expect([step, answer.status()]).toEqual([step, 403]);
    }
    await hendra.goto("/dinas/warung?cari=warung+rina&kabupaten=18.71");
    await hendra.getByText("Tidak ada yang cocok").waitFor();
    expect(await statusOf()).toBe("nominated");
  });

  it("is designated by the province with a decree", async () => {
    await logIn(dewi, BU_DEWI.mobile);
    await dewi.goto("/dinas/warung?status=nominated");
    await dewi.getByRole("link", { name: "Warung Rina", exact: true }).click();
    await dewi.getByLabel("Nomor SK").fill("SK/226/2026");
    await dewi.getByLabel("Tanggal SK").fill("2026-01-02");
    await dewi.getByRole("button", { name: "Tetapkan warung" }).click();
    await dewi.getByText("Ditetapkan. Pemilik diberi tahu").waitFor();
    expect(await statusOf()).toBe("designated");
  });

  it("is set up by its keeper, who needs no JavaScript", async () => {
    await logIn(keeper, RINA.mobile);
    await keeper.goto("/operator/toko");
    await keeper.getByText("2 dari 7").waitFor();

    await keeper.getByRole("link", { name: /Belum:\s*Jam buka/ }).click();
    await keeper.getByLabel("Senin, jam buka").fill("00:00");
    await keeper.getByRole("button", { name: "Samakan semua dengan Senin" }).click();
    await keeper.getByRole("alert").getByText("Senin: isi jam buka dan jam tutup").waitFor();
    await keeper.getByLabel("Senin, jam buka").fill("00:00");
    await keeper.getByLabel("Senin, jam tutup").fill("00:00");
    await keeper.getByRole("button", { name: "Samakan semua dengan Senin" }).click();
    await keeper.getByText("Tersimpan.").waitFor();

    await keeper.goto("/operator/toko/wilayah");
    await keeper.getByLabel("Kedaton", { exact: false }).first().check();
    await keeper.getByRole("button", { name: "Simpan desa layanan" }).click();
    await keeper.getByText("Tersimpan.").waitFor();

    await keeper.goto("/operator/toko/ongkir");
    await keeper.locator("[name=sampai_0]").fill("2,5");
    await keeper.locator("[name=ongkir_0]").fill("5.000");
    await keeper.locator("[name=sampai_1]").fill("10");
    await keeper.locator("[name=ongkir_1]").fill("9000");
    await keeper.getByRole("button", { name: "Simpan ongkos kirim" }).click();
    const remove = keeper.getByRole("button", { name: "Hapus tarif sampai 10 km" });
    await remove.click();
    await remove.waitFor({ state: "detached" });
    await keeper.getByText("Tersimpan.").waitFor();
    expect(await keeper.locator("[name=sampai_1]").inputValue()).toBe("");

    await keeper.goto("/operator/sembako");
    const rice = keeper.getByRole("group", { name: "Beras Medium" });
    await rice.getByRole("button", { name: "Ada" }).click();
    await rice.getByRole("button", { name: "Ada", pressed: true }).waitFor();
    await keeper.goto("/operator/toko");
    await keeper.getByText("6 dari 7").waitFor();
    expect(await keeper.getByRole("button", { name: "Buka untuk pesanan" }).count()).toBe(0);
  });

  it("carries a test order through, whose PIN the officer reads out", async () => {
    await ratna.goto(at);
    await ratna.getByRole("button", { name: "Mulai pesanan uji" }).click();
    await ratna.getByText("Pesanan uji dimulai.").waitFor();
    const pin = (await ratna.getByText(/^\d{4}$/).textContent()) ?? "";

    await keeper.goto("/operator");
    await keeper.getByText("tanpa uang").waitFor();
    await keeper.getByRole("button", { name: "Terima pesanan" }).click();
    await keeper.getByRole("button", { name: "Beras Medium sudah diambil" }).click();
    await keeper.getByRole("button", { name: "Semua lengkap, siap diantar" }).click();
    await keeper.getByRole("button", { name: "Berangkat mengantar" }).click();
    await keeper.getByLabel("PIN dari pembeli").fill(pin);
    await keeper.getByRole("button", { name: "Sudah diserahkan" }).click();
    await keeper.getByText("Pesanan selesai diserahkan.").waitFor();
    expect(await app.db.selectFrom("posting").select("id").execute()).toEqual([]);
  });

  it("opens, and the first real order comes to it", async () => {
    await keeper.goto("/operator/toko");
    await keeper.getByRole("button", { name: "Buka untuk pesanan" }).click();
    await keeper.getByText("Warung Anda buka untuk pesanan.").waitFor();
    expect(await statusOf()).toBe("ready");

    // the neighbour in the same village rests: the new one is the nearest
    const budi = await app.db
      .updateTable("warung")
      .set({ status: "paused", pause_reason: "uji" })
      .where("slug", "=", "warung-pak-budi")
      .returning("id")
      .execute();
    expect(budi).toHaveLength(1);
    const { slug: product } = await app.db
      .selectFrom("product")
      .innerJoin("umkm", "umkm.id", "product.umkm_id")
      .select("product.slug")
      .where("umkm.name", "=", "Dapur Bu Siti")
      .where("product.public", "=", true)
      .where("product.in_stock", "=", true)
      .executeTakeFirstOrThrow();
    const buyer = await person();
    await buyer.goto("/");
    await buyer.getByRole("link", { name: "Pilih desa Anda" }).click();
    await chooseKedaton(buyer);
    await putInCart(buyer, product);
    await goToCheckout(buyer);
    const code = await placeOrder(buyer);
    await expect
      .poll(
        async () => {
          await keeper.goto("/operator");
          return keeper.locator(`form[action="/operator/pesanan/${code}/terima"]`).count();
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(1);
  });

  it("is not frozen while it holds the order, and says which", async () => {
    await keeper.getByRole("button", { name: "Terima pesanan" }).click();
    await keeper.waitForURL("**/operator/pesanan/LL-*");
    await ratna.goto(at);
    await ratna.getByText("Bekukan warung ini").click();
    await ratna.getByLabel("Alasan").first().fill("pengaduan pembeli");
    await ratna.getByRole("button", { name: "Bekukan", exact: true }).click();
    await ratna
      .getByRole("alert")
      .getByText(/masih memegang 1 pesanan: LL-/)
      .waitFor();
    expect(await statusOf()).toBe("ready");
  });

  it("stands on the map, of the province and of its own regency alone", async () => {
    await dewi.goto("/dinas/warung/peta");
    expect(await dewi.locator(`svg a[href="${at}"]`).count()).toBe(1);
    await dewi.goto("/dinas/warung/peta?kab=18.09");
    expect(await dewi.locator(`svg a[href="${at}"]`).count()).toBe(0);
    await ratna.goto("/dinas/warung/peta?kab=18.09");
    expect(await ratna.locator(`svg a[href="${at}"]`).count()).toBe(1);
    expect(await ratna.getByRole("combobox").count()).toBe(0);
  });
});
