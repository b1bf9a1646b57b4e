import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BU_SITI, RINA } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhonePhoto, cutOff } from "../support/photos.ts";
import { aPhone, logIn } from "../support/shopper.ts";

let app: App;
let browser: Browser;
let rina: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  rina = (await aPhone(browser, app.url, { javaScript: false })).page;
  await logIn(rina, RINA.mobile);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

async function openStep(name: string): Promise<void> {
  await rina.goto("/penjual/pengajuan");
  await rina.getByRole("listitem").getByRole("link", { name }).click();
  await heading(rina, name);
}

async function save(): Promise<void> {
  await rina.getByRole("button", { name: "Simpan" }).click();
  await rina.getByText("Tersimpan. Lanjutkan").waitFor();
}

async function sendPhoto(kind: string, buffer: Buffer, name = "foto.jpg"): Promise<void> {
  const form = rina.locator("form", { has: rina.locator(`input[name=jenis][value=${kind}]`) });
  await form.locator("input[type=file]").setInputFiles({ name, mimeType: "image/jpeg", buffer });
  await form.getByRole("button", { name: "Kirim foto" }).click();
}

describe("a resident applies to sell, on a phone without JavaScript", () => {
  it("begins with a name and a village found by typing", async () => {
    await rina.goto("/penjual/pengajuan");
    await rina.getByLabel("Nama usaha").fill("Keripik Rina");
    await rina.getByLabel("Desa / kelurahan").fill("kedaton");
    await rina.getByRole("button", { name: "Lanjut" }).click();
    await rina.getByRole("radio", { name: /^Kedaton\s*Kec\. Kedaton, .*Bandar Lampung/ }).check();
    expect(await rina.getByLabel("Nama usaha").inputValue()).toBe("Keripik Rina");
    await rina.getByRole("button", { name: "Mulai berjualan" }).click();
    await rina.getByText("Usaha Anda tersimpan").waitFor();
  });

  it("fills in some steps, leaves, and finds them again", async () => {
    await openStep("Pemilik");
    await rina.getByLabel("Nama pemilik").fill("Rina Yulianti");
    await rina.getByLabel("NIK").fill("1871 0152 0385 0099");
    await save();
    await rina.goto("/");
    await openStep("Pemilik");
    expect(await rina.getByLabel("Nama pemilik").inputValue()).toBe("Rina Yulianti");
    expect(await rina.getByLabel("NIK").inputValue()).toBe("");
    expect(await rina.content()).toContain("••••••••••••0099");
    expect(await rina.content()).not.toContain("187101520385");
  });

  it("hears what is wrong at the field and keeps what was typed", async () => {
    await openStep("Izin");
    await rina.getByLabel("NIB").fill("9120.0012.3456.7");
    await rina.getByLabel("P-IRT").fill("206187101123420");
    await rina.getByRole("button", { name: "Simpan" }).click();
    await rina.getByText("berlaku sampai 2020, sudah lewat").first().waitFor();
    expect(await rina.getByLabel("NIB").inputValue()).toBe("9120.0012.3456.7");
    await rina.getByLabel("P-IRT").fill("");
    await save();
  });

  it("sends photos as the camera made them; a broken one gets a sentence", async () => {
    await openStep("Foto");
    const photo = await aPhonePhoto(6);
    await sendPhoto("ktp", cutOff(photo));
    await rina.getByText("Foto tidak dapat dibaca").first().waitFor();
    for (const kind of ["ktp", "nib", "place"]) {
      await sendPhoto(kind, photo);
      await rina.locator(`#${kind}`).getByText("Ada", { exact: true }).waitFor();
    }
  });

  it("sees what is still missing, completes it, and sends it", async () => {
    await rina.goto("/penjual/pengajuan");
    await rina.getByText("Isi rekening untuk menerima uang.").waitFor();
    expect(await rina.getByRole("button", { name: "Kirim ke dinas" }).count()).toBe(0);
    await openStep("Tempat");
    await rina.getByLabel("Alamat").fill("Jl. Pramuka 12");
    await rina.getByLabel("RT").fill("4");
    await save();
    await openStep("Rekening");
    await rina.getByLabel("Bank").selectOption({ label: "Bank Lampung (BPD Lampung)" });
    await rina.getByLabel("Nomor rekening").fill("123-456-7890");
    await save();
    await rina.getByRole("button", { name: "Kirim ke dinas" }).click();
    await heading(rina, "Pengajuan sedang diperiksa");
    await rina.goto("/penjual/pengajuan/pemilik");
    await heading(rina, "Pengajuan sedang diperiksa");
  });

  it("is shown why an officer returned it, at the step concerned, and sends it again", async () => {
    await app.db
      .updateTable("umkm")
      .set({
        status: "returned",
        returned_reason: "Foto KTP buram.",
        returned_points: ["ktp_photo", "owner"],
      })
      .where("name", "=", "Keripik Rina")
      .execute();
    await rina.goto("/penjual/pengajuan");
    await rina.getByText("Foto KTP buram.").waitFor();
    await openStep("Pemilik");
    await rina.getByText("Petugas meminta ini diperbaiki.").waitFor();
    await save();
    await rina.getByRole("button", { name: "Kirim lagi ke dinas" }).click();
    await heading(rina, "Pengajuan sedang diperiksa");
  });
});

describe("papers", () => {
  it("are opened by their owner alone, and kept nowhere on the way", async () => {
    const { id } = await app.db
      .selectFrom("document")
      .select("id")
      .where("kind", "=", "ktp")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    const own = await rina.request.get(`/penjual/dokumen/${id}`);
    expect(own.status()).toBe(200);
    expect(own.headers()).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    });
    const siti = (await aPhone(browser, app.url)).page;
    await logIn(siti, BU_SITI.mobile);
    expect((await siti.request.get(`/penjual/dokumen/${id}`)).status()).toBe(404);
    const guest = await fetch(`${app.url}/penjual/dokumen/${id}`, { redirect: "manual" });
    expect(guest.status).toBe(302);
  });
});

describe("with JavaScript", () => {
  it("a photo is made small in the browser before it is sent", async () => {
    await app.db.updateTable("umkm").set({ status: "returned" }).where("name", "=", "Keripik Rina").execute();
    const page = (await aPhone(browser, app.url)).page;
    await logIn(page, RINA.mobile);
    await page.goto("/penjual/pengajuan/foto");
    const sent: number[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.postDataBuffer()?.length ?? 0);
    });
    const picker = page.locator("form", { has: page.locator("input[name=jenis][value=bank]") });
    await picker.locator("input[type=file].peer").waitFor({ state: "attached" });
    await picker
      .locator("input[type=file]")
      .setInputFiles({ name: "buku.jpg", mimeType: "image/jpeg", buffer: await aPhonePhoto(8) });
    await page.locator("#bank").getByText("Ada", { exact: true }).waitFor({ timeout: 90_000 });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toBeLessThan(3_500_000);
  });
});
