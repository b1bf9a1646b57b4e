import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_DEWI, BU_RATNA, PAK_HENDRA } from "#db/seed/cast.ts";
import { UMKM_COLUMNS, umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { csv } from "../domain/imports/files.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, logIn } from "../support/shopper.ts";

let app: App;
let browser: Browser;
let ratna: Page;
let run = "";

const header = [...UMKM_COLUMNS];
/** Five sellers of the city that are on record, as a regency's spreadsheet has them. */
const known = [...umkmRows()].filter((row) => row.kabupaten === "Bandar Lampung").slice(0, 5);
const line = (row: (typeof known)[number]) => header.map((name) => row[name]);
const NEW = {
  ...known[0]!,
  ...{
    nama_usaha: "Keripik Bukit Impor",
    nib: "9129999999991",
    nik: "1871014508889991",
    no_hp: "081272009991",
  },
};
const WRONG = { ...NEW, nama_usaha: "Teh Salah", nib: "9129999999992", nik: "", no_hp: "8,12E+10" };
const CHANGED = { ...known[1]!, alamat: "Jl. Pindahan No. 7" };
const SHEET = csv([header, ...[known[0]!, CHANGED, NEW, WRONG].map(line)], ";").replace("no_hp", "No. HP");

const upload = (page: Page, name: string, text: string) =>
  page
    .getByLabel("Berkas CSV atau XLSX")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const number = (page: Page, name: string) =>
  page.locator("dl div").filter({ hasText: name }).locator("dd").textContent();
const numbers = (page: Page) =>
  Promise.all(["Baru", "Berubah", "Sama", "Salah"].map((name) => number(page, name)));
const named = (name: string) =>
  app.db.selectFrom("umkm").select(["name", "status", "address"]).where("name", "=", name).execute();

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  ratna = (await aPhone(browser, app.url)).page;
  await logIn(ratna, BU_RATNA.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("Bu Ratna brings in her regency's spreadsheet", () => {
  it("sees first what it would do; nothing is written", async () => {
    await ratna.goto("/dinas/impor");
    await upload(ratna, "usaha-2020.csv", SHEET);
    await ratna.getByLabel("Yang baru masuk sebagai").selectOption("verified");
    await ratna.getByRole("button", { name: "Periksa berkas" }).click();
    await ratna.getByText("Menunggu keputusan Anda").waitFor();
    run = new URL(ratna.url()).pathname;
    expect(await numbers(ratna)).toEqual(["1", "1", "1", "1"]);
    await ratna.getByText("lembar kerja menyingkatnya").waitFor();
    await ratna.getByText("Jl. Pindahan No. 7").waitFor();
    expect(await named(NEW.nama_usaha)).toEqual([]);
  });

  it("fetches the wrong rows with one more column", async () => {
    const coming = ratna.waitForEvent("download");
    await ratna.getByRole("link", { name: "Unduh 1 baris yang salah" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("usaha-2020-yang-salah.csv");
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain(";yang_salah");
    expect(text).toContain("Teh Salah");
    expect(text).not.toContain(NEW.nama_usaha);
    const answer = await ratna.request.get(`${run}/yang-salah`);
    expect(answer.headers()["cache-control"]).toBe("private, no-store");
  });

  it("has it written, and sees it done", async () => {
    await ratna.getByRole("button", { name: "Tulis 2 baris" }).click();
    await ratna.getByText("Selesai ditulis").waitFor();
    expect(await named(NEW.nama_usaha)).toMatchObject([{ status: "verified" }]);
    expect(await named(CHANGED.nama_usaha)).toMatchObject([{ address: "Jl. Pindahan No. 7" }]);
    await ratna.goto("/dinas/impor");
    await ratna.getByRole("link", { name: /usaha-2020\.csv.*Selesai/ }).waitFor();
  });

  it("hears at once what is wrong with a file", async () => {
    await upload(ratna, "foto.csv", "%PDF-1.7 bukan lembar kerja");
    await ratna.getByRole("button", { name: "Periksa berkas" }).click();
    await ratna.getByRole("alert").getByText("bukan lembar kerja").waitFor();
    await upload(ratna, "kurang.csv", "nama_usaha;hp\nKopi;0812\n");
    await ratna.getByRole("button", { name: "Periksa berkas" }).click();
    await ratna.getByRole("alert").getByText("belum ada: jenis").waitFor();
  });

  it("gets a sheet to begin with", async () => {
    const coming = ratna.waitForEvent("download");
    await ratna.getByRole("link", { name: "Unduh contoh Excel" }).click();
    expect((await coming).suggestedFilename()).toBe("contoh-umkm.xlsx");
  });
});

describe("without JavaScript", () => {
  it("the same, to the end; another province officer's eyes see it, too", async () => {
    const { page } = await aPhone(browser, app.url, { javaScript: false });
    await logIn(page, BU_DEWI.mobile);
    await page.goto(run);
    await page.getByText("Selesai ditulis").waitFor();
    await page.goto("/dinas/impor");
    await upload(page, "lagi.csv", csv([header, line({ ...NEW, alamat: "Jl. Tanpa Skrip No. 1" })]));
    await page.getByRole("button", { name: "Periksa berkas" }).click();
    await page.getByText("Menunggu keputusan Anda").waitFor();
    await page.getByRole("button", { name: "Tulis 1 baris" }).click();
    await page.getByText("Selesai ditulis").waitFor();
    expect(await named(NEW.nama_usaha)).toMatchObject([{ address: "Jl. Tanpa Skrip No. 1" }]);
  });
});

describe("an import that the program gave up", () => {
  it("says so, and is started once more with one button", async () => {
    const { page } = await aPhone(browser, app.url, { javaScript: false });
    await logIn(page, BU_DEWI.mobile);
    await app.db
      .updateTable("import_run")
      .set({ status: "failed", may_retry: true, failure: "Terhenti berkali-kali. Coba lagi sebentar lagi." })
      .where("id", "=", Number(run.split("/").at(-1)))
      .execute();
    await page.goto(run);
    await page.getByText("Terhenti berkali-kali.").waitFor();
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await page.getByText("Menunggu keputusan Anda").waitFor();
    // what was written the first time is there
    await expect.poll(() => numbers(page)).toEqual(["0", "1", "2", "1"]);
  });
});

describe("Pak Hendra of another regency", () => {
  it("is refused her import by page, file, form and events, and his rows of her city are wrong", async () => {
    const { page } = await aPhone(browser, app.url);
    await logIn(page, PAK_HENDRA.mobile);
    for (const path of [run, `${run}/yang-salah`, `${run}/acara`])
      expect((await page.request.get(path)).status(), path).toBe(404);
    for (const path of [`${run}/tulis`, `${run}/batalkan`]) {
      const answer = await page.request.post(path, {
        form: { ya: "1" },
        headers: { Origin: app.url },
        maxRedirects: 0,
      });
      expect(answer.status(), path).toBe(404);
    }
    await page.goto("/dinas/impor");
    await page.getByText("Belum ada impor").waitFor();
    await upload(page, "kota.csv", csv([header, line(known[2]!)]));
    await page.getByRole("button", { name: "Periksa berkas" }).click();
    await page.getByText("Menunggu keputusan Anda").waitFor();
    expect(await numbers(page)).toEqual(["0", "0", "0", "1"]);
    await page.getByText("bukan wilayah dinas Anda").waitFor();
    await page.getByRole("button", { name: "Batalkan" }).click();
    await page.getByText("Impor dibatalkan").waitFor();
  });
});
