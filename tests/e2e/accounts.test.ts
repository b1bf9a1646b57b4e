import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { totpCode } from "#app/domain/accounts/totp.server.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import { BU_ANI, BU_DEWI, PAK_BUDI } from "#db/seed/cast.ts";
import { codeIn } from "../factories/code.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { aPhone, follow, logIn } from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const main = (page: Page) => page.locator("main");

describe.each([
  { how: "with JavaScript", javaScript: true, mobile: "0815-7000-0001" },
  { how: "without JavaScript", javaScript: false, mobile: "0815-7000-0002" },
])("an account of one's own, $how", ({ javaScript, mobile }) => {
  let page: Page;
  let context: BrowserContext;
  let secret = "";
  const code = () => codeIn(app.db, parseMobile(mobile)!);

  beforeAll(async () => {
    ({ page, context } = await aPhone(browser, app.url, { javaScript }));
  });
  afterAll(() => context.close());

  async function enter(password: string): Promise<void> {
    await page.goto("/masuk");
    await page.getByLabel("Nomor HP").fill(mobile);
    await page.getByLabel("Kata sandi").fill(password);
    await main(page).getByRole("button", { name: "Masuk" }).click();
  }

  async function leave(): Promise<void> {
    await page.goto("/akun");
    await main(page).getByRole("button", { name: "Keluar" }).click();
    await page.waitForURL("**/masuk");
  }

  it("begins with a code that was sent to the number", async () => {
    await page.goto("/masuk");
    await follow(page, "Daftar", "Daftar");
    await page.getByLabel("Nama Anda").fill("Wati Lestari");
    await page.getByLabel("Nomor HP").fill(mobile);
    await page.getByLabel("Kata sandi").fill("password");
    await page.getByRole("button", { name: "Kirim kode" }).click();
    await page.getByText("terlalu mudah ditebak").first().waitFor();
    await page.getByLabel("Kata sandi").fill("kopi robusta pagi");
    await page.getByRole("button", { name: "Kirim kode" }).click();
    await page.waitForURL("**/daftar/kode");
    await main(page).getByText(mobile).waitFor();
    const right = await code();
    await page.getByLabel("Kode 6 angka").fill(right === "000000" ? "111111" : "000000");
    await page.getByRole("button", { name: "Selesaikan pendaftaran" }).click();
    await page.getByText("4 kali lagi").first().waitFor();
    await page.getByLabel("Kode 6 angka").fill(right);
    await page.getByRole("button", { name: "Selesaikan pendaftaran" }).click();
    await page.getByText("Selamat datang!").waitFor();
    await page.getByText("Belum ada pesanan").waitFor();
  });

  it("never puts the code or the number into an address", () => {
    expect(page.url()).not.toMatch(/\d{6}|628/);
  });

  it("takes another name, and refuses a wrong password beside its field", async () => {
    await follow(page, /^Profil/, "Profil");
    await page.getByLabel("Nama Anda").fill("Wati Lestari Baru");
    await page.getByRole("button", { name: "Simpan profil" }).click();
    await page.getByText("Profil Anda tersimpan.").waitFor();
    await page.getByLabel("Kata sandi sekarang").fill("bukan ini");
    await page.getByLabel("Kata sandi baru").fill("teh tarik sore");
    await page.getByRole("button", { name: "Ganti kata sandi" }).click();
    await page.getByRole("alert").getByText("Kata sandi tidak cocok.").waitFor();
  });

  it("knows this device", async () => {
    await page.goto("/akun/perangkat");
    await main(page).getByText("Perangkat ini").waitFor();
    await main(page).getByText("Chrome di Linux").waitFor();
  });

  it("gets a new password by a code", async () => {
    await leave();
    await follow(page, "Lupa kata sandi", "Lupa kata sandi");
    await page.getByLabel("Nomor HP").fill(mobile);
    await page.getByRole("button", { name: "Kirim kode" }).click();
    await page.waitForURL("**/sandi/kode");
    await page.getByLabel("Kode 6 angka").fill(await code());
    await page.getByLabel("Kata sandi baru").fill("teh tarik sore");
    await page.getByRole("button", { name: "Simpan kata sandi" }).click();
    await page.getByText("Kata sandi baru tersimpan.").waitFor();
  });

  it("is guarded by a second step, once it is set up", async () => {
    await page.goto("/akun/dua-langkah");
    const key = await main(page)
      .getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
      .textContent();
    secret = (key ?? "").replaceAll(" ", "");
    await page.getByLabel("Kode 6 angka").fill(totpCode(secret, new Date()));
    await page.getByRole("button", { name: "Nyalakan dua langkah" }).click();
    await main(page).getByText("Dua langkah menyala").waitFor();
    const shown = main(page).getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    await expect.poll(() => shown.count()).toBe(10);
    const codes = await shown.allTextContents();
    await page.getByRole("link", { name: "Sudah saya simpan" }).click();
    await shown.first().waitFor({ state: "detached" });
    await leave();
    await enter("teh tarik sore");
    await page.waitForURL("**/masuk/kode**");
    await page.goto("/akun");
    await page.waitForURL("**/masuk/kode**");
    await page.getByLabel("Kode").fill(codes[0]!);
    await page.getByRole("button", { name: "Lanjutkan" }).click();
    await page.waitForURL("**/akun");
    await main(page).getByText("Wati Lestari Baru").waitFor();
  });

  it("is gone for good when its owner says so", async () => {
    const data = await context.request.get("/akun/data/unduh");
    expect((await data.json()).akun.nama).toBe("Wati Lestari Baru");
    await page.goto("/akun/data");
    await page.getByText("Saya ingin menghapus akun saya").click();
    await page.getByLabel("Kata sandi").fill("teh tarik sore");
    await page.getByLabel("Ketik HAPUS").fill("HAPUS");
    await page.getByRole("button", { name: "Hapus akun untuk selamanya" }).click();
    await page.getByText("Akun Anda sudah dihapus.").waitFor();
    await enter("teh tarik sore");
    await page.getByRole("alert").getByText("tidak cocok").waitFor();
  });
});

it("lets somebody who works in two warung choose, without JavaScript, which one they act for", async () => {
  const [budi, ani] = await Promise.all(
    [PAK_BUDI, BU_ANI].map(({ mobile }) =>
      app.db
        .selectFrom("membership as m")
        .innerJoin("account as a", "a.id", "m.account_id")
        .select(["m.account_id", "m.warung_id"])
        .where("a.mobile", "=", parseMobile(mobile)!)
        .executeTakeFirstOrThrow(),
    ),
  );
  const { page, context } = await aPhone(browser, app.url, { javaScript: false });
  await logIn(page, PAK_BUDI.mobile);
  const board = (name: string) => page.getByRole("heading", { level: 1, name: `Papan ${name}` }).waitFor();
  await board("Warung Pak Budi");
  expect(await page.getByText("Ganti warung").count()).toBe(0);
  await app.db
    .insertInto("membership")
    .values({ ...budi!, warung_id: ani!.warung_id, role: "operator", position: "staff" })
    .execute();
  await page.reload();
  await page.getByText("Ganti warung").click();
  await page.getByRole("button", { name: "Warung Bu Ani" }).click();
  await board("Warung Bu Ani");
  await page.goto("/operator/sembako");
  await page.getByText("Warung Bu Ani").first().waitFor();
  // the list of one's places leads to the other one, too
  await page.goto("/akun");
  await page.getByRole("button", { name: /^Warung Pak Budi/ }).click();
  await board("Warung Pak Budi");
  await context.close();
});

it("lets a province officer read a code where nothing else delivers it, and invite an officer", async () => {
  const phone = await aPhone(browser, app.url);
  await phone.page.goto("/daftar");
  await phone.page.getByLabel("Nama Anda").fill("Joko Susilo");
  await phone.page.getByLabel("Nomor HP").fill("0815-7000-0003");
  await phone.page.getByLabel("Kata sandi").fill("kopi robusta pagi");
  await phone.page.getByRole("button", { name: "Kirim kode" }).click();
  await phone.page.waitForURL("**/daftar/kode");

  const desk = await aPhone(browser, app.url);
  await logIn(desk.page, BU_DEWI.mobile);
  await desk.page.goto("/dinas/petugas");
  await desk.page.getByLabel("Nama").fill("Joko Susilo");
  await desk.page.getByLabel("Nomor HP").fill("0815-7000-0003");
  await desk.page.getByLabel("Wilayah").selectOption({ label: "Pesawaran" });
  await desk.page.getByRole("button", { name: "Undang" }).click();
  await desk.page.getByText("Undangan tercatat").waitFor();
  await desk.page.goto("/dinas/kotak-keluar?no_hp=0815-7000-0003&jenis=kode");
  const told = await main(desk.page)
    .getByText(/^\d{6} adalah kode untuk mendaftar/)
    .textContent();

  await phone.page.getByLabel("Kode 6 angka").fill(told!.slice(0, 6));
  await phone.page.getByRole("button", { name: "Selesaikan pendaftaran" }).click();
  await phone.page.getByText("Selamat datang!").waitFor();
  await phone.page.getByRole("link", { name: /Meja petugas Pesawaran/ }).click();
  // no officer works without a second step
  await phone.page.waitForURL("**/akun/dua-langkah**");
  await Promise.all([phone.context.close(), desk.context.close()]);
});
