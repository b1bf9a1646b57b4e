import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../support/app.ts";
import { logInAs } from "../support/log-in.ts";
import type { Visitor } from "../support/request.ts";

/** What no page of ours sends, sent to the pages of sellers, warung and officers: an answer, never a breakdown. */
let app: App;
let siti: Visitor;
let budi: Visitor;
let dewi: Visitor;

beforeAll(async () => {
  app = await startApp();
  siti = await logInAs(app, "0812-7200-0001");
  budi = await logInAs(app, "0813-7200-0001");
  dewi = await logInAs(app, "0811-7200-0003");
});
afterAll(() => app?.stop());

describe("addresses", () => {
  it.each([
    "/dinas/umkm?q=%00",
    "/dinas/warung?cari=a%00b",
    "/dinas/catatan?q=%00",
    "/dinas/produk?setelah=%00",
  ])("with a NUL are refused: %s", async (path) => {
    expect((await dewi.get(path)).status).toBe(400);
  });

  it.each(["/dinas/data/unduh.csv?kabupaten=%F0%9F%98%80", "/dinas/data/unduh.xlsx?kabupaten=99.99"])(
    "of a regency that is none are not found: %s",
    async (path) => {
      expect((await dewi.get(path)).status).toBe(404);
    },
  );

  it.each(["/penjual/produk/%F0%9F%98%80/foto", "/penjual/produk/%0d%0aX:y/foto"])(
    "that name nothing are not found, and come into no header: %s",
    async (path) => {
      expect((await siti.post(path, { foto: "" })).status).toBe(404);
    },
  );

  it("of an order that names nothing is not found", async () => {
    expect((await dewi.post("/dinas/pesanan/%F0%9F%98%80/ambil-alih", {})).status).toBe(404);
  });
});

describe("forms", () => {
  it("with a day that no calendar has are told so", async () => {
    const decree = { nomor_sk: "SK/1", tanggal_sk: "2026-02-31" };
    const designated = await dewi.post("/dinas/warung/warung-pak-budi/tetapkan", decree);
    expect(designated.status).toBe(422);
    expect(designated.text).toContain("Tanggal ini tidak ada.");
    const holiday = await budi.post("/operator/toko/jam", { langkah: "libur", tanggal: "2027-02-31" });
    expect(holiday.status).toBe(422);
  });

  it("with a NUL in a field are read without it", async () => {
    const answer = await dewi.post("/dinas/harga", { kabupaten: "18.71\0", tanggal: "2020-01-01\0" });
    expect(answer.status).toBe(422);
  });

  it.each(["text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=a"])(
    "that are none (%s) get a sentence",
    async (type) => {
      for (const path of ["/daftar", "/masuk"]) {
        const answer = await fetch(app.url + path, {
          method: "POST",
          body: "--a\r\nputus",
          headers: { "Content-Type": type },
        });
        expect(answer.status).toBe(400);
        expect(await answer.text()).toContain("tidak dapat dijalankan");
      }
    },
  );
});
