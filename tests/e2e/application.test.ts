import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_RATNA, PAK_HENDRA, RINA } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhonePhoto } from "../support/photos.ts";
import { aPhone, logIn } from "../support/shopper.ts";

/** From a resident's application to the first product that others find; the seller's phone has no JavaScript. */
let app: App;
let browser: Browser;
let rina: Page;
let ratna: Page;
let hendra: Page;
let photo: Buffer;
const CASE = "/dinas/umkm/keripik-rina";

beforeAll(async () => {
  [app, browser, photo] = await Promise.all([startApp({ search: true }), openBrowser(), aPhonePhoto(1)]);
  rina = (await aPhone(browser, app.url, { javaScript: false })).page;
  ratna = (await aPhone(browser, app.url)).page;
  hendra = (await aPhone(browser, app.url)).page;
  await logIn(rina, RINA.mobile);
  await logIn(ratna, BU_RATNA.mobile);
  await logIn(hendra, PAK_HENDRA.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const statusNow = async () =>
  (await app.db.selectFrom("umkm").select("status").where("slug", "=", "keripik-rina").executeTakeFirst())
    ?.status;

const newestPaper = async () =>
  (await app.db.selectFrom("document").select("id").orderBy("id", "desc").executeTakeFirst())?.id;

async function fillStep(
  name: string,
  fields: Readonly<Record<string, string>>,
  bank?: string,
): Promise<void> {
  await rina.goto(`/penjual/pengajuan/${name.toLowerCase()}`);
  if (bank) await rina.getByLabel("Bank").selectOption({ label: bank });
  for (const [label, value] of Object.entries(fields)) await rina.getByLabel(label).fill(value);
  await rina.getByRole("button", { name: "Simpan" }).click();
  await rina.getByText("Tersimpan. Lanjutkan").waitFor();
}

async function sendPhoto(kind: string): Promise<void> {
  await rina.goto("/penjual/pengajuan/foto");
  const form = rina.locator("form", { has: rina.locator(`input[name=jenis][value=${kind}]`) });
  const before = await newestPaper();
  await form
    .locator("input[type=file]")
    .setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: photo });
  await form.getByRole("button", { name: "Kirim foto" }).click();
  await rina.locator(`#${kind}`).getByText("Ada", { exact: true }).waitFor();
  // one of this kind may have been there before
  await expect.poll(newestPaper).not.toBe(before);
}

describe("from application to the first product in the search", () => {
  it("a resident applies", async () => {
    await rina.goto("/penjual/pengajuan");
    await rina.getByLabel("Nama usaha").fill("Keripik Rina");
    await rina.getByLabel("Desa / kelurahan").fill("kedaton");
    await rina.getByRole("button", { name: "Lanjut" }).click();
    await rina.getByRole("radio", { name: /^Kedaton\s*Kec\. Kedaton, .*Bandar Lampung/ }).check();
    await rina.getByRole("button", { name: "Mulai berjualan" }).click();
    await rina.getByText("Usaha Anda tersimpan").waitFor();
    await fillStep("Pemilik", { "Nama pemilik": "Rina Yulianti", NIK: "1871015203850099" });
    await fillStep("Tempat", { Alamat: "Jl. Pramuka 12", RT: "4" });
    await fillStep("Izin", { NIB: "9120001234567" });
    await fillStep("Rekening", { "Nomor rekening": "123-456-7890" }, "Bank Lampung (BPD Lampung)");
    for (const kind of ["ktp", "nib", "place"]) await sendPhoto(kind);
    await rina.goto("/penjual/pengajuan");
    await rina.getByRole("button", { name: "Kirim ke dinas" }).click();
    await expect.poll(statusNow).toBe("submitted");
  });

  it("her officer examines it beside the papers and returns it with reasons", async () => {
    await ratna.goto("/dinas/umkm?q=keripik+rina");
    await ratna.getByRole("link", { name: /Keripik Rina/ }).click();
    await ratna.getByText("1871 •••• •••• 0099").waitFor();
    expect(await ratna.content()).not.toContain("1871015203850099");
    const paper = await ratna.getByRole("img", { name: "Foto KTP pemilik" }).getAttribute("src");
    const answer = await ratna.request.get(paper!);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "private, no-store",
    });
    await ratna.getByText("Kembalikan untuk diperbaiki").click();
    await ratna.getByRole("checkbox", { name: "Foto KTP", exact: true }).check();
    await ratna.getByLabel("Catatan untuk penjual").fill("Foto KTP buram, ambil lagi di tempat terang.");
    await ratna.getByRole("button", { name: "Kembalikan", exact: true }).click();
    await ratna.getByText("Penjual menerima catatan Anda").waitFor();
  });

  it("another regency's officer gets nowhere: by page, by form, by the paper's address", async () => {
    const id = (await app.db.selectFrom("document").select("id").orderBy("id").executeTakeFirstOrThrow()).id;
    for (const path of [CASE, `${CASE}/dokumen/${id}`])
      expect((await hendra.request.get(path)).status(), path).toBe(403);
    await hendra.goto("/dinas/umkm?q=keripik+rina");
    expect(await hendra.getByRole("link", { name: /Keripik Rina/ }).count()).toBe(0);
    for (const verb of ["verifikasi", "kembalikan", "bekukan", "aktifkan"]) {
      const sent = await hendra.request.post(`${CASE}/${verb}`, {
        form: { alasan: "bukan wilayahnya", "butir.nib": "ya" },
        headers: { Origin: app.url },
        maxRedirects: 0,
      });
      expect(sent.status(), verb).toBe(403);
    }
    expect(await statusNow()).toBe("returned");
  });

  it("she mends what was asked for and sends it again", async () => {
    await rina.goto("/penjual/pengajuan");
    await rina.getByText("Foto KTP buram").first().waitFor();
    await sendPhoto("ktp");
    await rina.goto("/penjual/pengajuan");
    await rina.getByRole("button", { name: "Kirim lagi ke dinas" }).click();
    await expect.poll(statusNow).toBe("submitted");
  });

  it("is verified once: the second click hears that somebody was first", async () => {
    await ratna.goto(CASE);
    const colleague = await ratna.context().newPage();
    await colleague.goto(CASE);
    await ratna.getByRole("button", { name: "Verifikasi" }).click();
    await ratna.getByText("Terverifikasi. Penjual sudah diberi tahu.").waitFor();
    await colleague.getByRole("button", { name: "Verifikasi" }).click();
    await colleague.getByText("Petugas lain baru saja memutuskan usaha ini.").waitFor();
    await colleague.close();
  });

  it("her first product is found by everyone", async () => {
    await rina.goto("/penjual/produk/baru");
    await rina.getByLabel("Nama produk").fill("Keripik Sukun Kedaton");
    await rina.getByLabel("Kategori").selectOption("keripik");
    await rina.getByLabel("Ukuran").fill("250 g");
    await rina.getByLabel("Harga (Rp)").fill("19.000");
    await rina.getByLabel("Stok").fill("12");
    await rina.getByLabel("Berat (gram)").fill("250");
    await rina.getByRole("button", { name: "Simpan, lalu tambah foto" }).click();
    await rina.waitForURL("**/penjual/produk/keripik-sukun-kedaton*");
    await rina.getByRole("button", { name: "Tampilkan" }).click();
    const search = async () => (await fetch(`${app.url}/produk?q=keripik+sukun`)).text();
    await expect.poll(search).toContain("Keripik Sukun Kedaton");
  });

  it("is all on record: each decision, each paper looked at", async () => {
    await ratna.goto("/dinas/catatan?q=keripik+rina");
    const record = await ratna.locator("main").textContent();
    for (const words of [
      "Memverifikasi usaha",
      "Mengembalikan pengajuan",
      "Membuka dokumen",
      "Foto KTP buram",
    ])
      expect(record).toContain(words);
  });
});
