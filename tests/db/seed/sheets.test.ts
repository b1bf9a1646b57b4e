import { describe, expect, test } from "vitest";
import { metresBetween } from "#app/lib/distance.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import { BU_SITI, CAST_OPERATORS, CAST_SELLERS } from "#db/seed/cast.ts";
import { PICTURE_KINDS, pictureFor } from "#db/seed/pictures/index.ts";
import { hargaRows } from "#db/seed/sheets/harga-sheet.ts";
import { produkRows } from "#db/seed/sheets/produk-sheet.ts";
import { productKinds, regencyNames, stapleKinds, villageRows } from "#db/seed/sheets/read-data.ts";
import { sembakoRows } from "#db/seed/sheets/sembako-sheet.ts";
import { umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { WARUNG_COUNT, warungPerRegency } from "#db/seed/sheets/warung-plan.ts";
import { warungRows } from "#db/seed/sheets/warung-sheet.ts";

const umkm = [...umkmRows()];
const produk = [...produkRows()];
const warung = [...warungRows()];
const kinds = new Map(productKinds().map((kind) => [kind.key, kind]));

describe("sellers", () => {
  test("are 320, the named cast first", () => {
    expect(umkm).toHaveLength(320);
    expect(umkm.slice(0, 4).map((row) => row.nama_usaha)).toEqual(CAST_SELLERS.map((cast) => cast.umkm));
  });

  test("have a NIB, a NIK and a mobile number of their own, each well formed", () => {
    for (const column of ["nib", "nik", "no_hp"] as const) {
      expect(new Set(umkm.map((row) => row[column])).size).toBe(umkm.length);
    }
    for (const row of umkm) {
      expect(row.nib).toMatch(/^\d{13}$/);
      expect(row.nik).toMatch(/^18\d{14}$/);
      expect(parseMobile(row.no_hp), row.no_hp).toBeDefined();
    }
  });

  test("stay different from each other when there are 30,000", () => {
    const many = [...umkmRows({ sellers: 30_000 })];
    for (const column of ["nib", "nik", "no_hp"] as const) {
      expect(new Set(many.map((row) => row[column])).size).toBe(30_000);
    }
  });

  test("have licences that do not expire before 2027, and none for crafts", () => {
    for (const row of umkm) {
      if (row.pirt) expect(row.pirt).toMatch(/^\d{13}(27|28|29|30|31)$/);
      if (row.halal) expect(row.halal).toMatch(/^ID\d+$/);
      if (["tapis", "sulam-usus", "anyaman", "kerajinan"].includes(row.kategori)) {
        expect([row.pirt, row.halal, row.bpom]).toEqual(["", "", ""]);
      }
    }
  });
});

describe("products", () => {
  test("number 1,280, each with rows that lie together under one name", () => {
    const seen = new Set<string>();
    let current = "";
    for (const row of produk) {
      const product = `${row.nib}/${row.nama_produk}`;
      if (product === current) continue;
      expect(seen.has(product), product).toBe(false);
      seen.add(product);
      current = product;
    }
    expect(seen.size).toBe(1_280);
  });

  test("come only from regencies that make them", () => {
    const codeOf = new Map([...regencyNames()].map(([code, name]) => [name, code]));
    for (const row of produk) {
      expect(kinds.get(row.gambar)!.regencyCodes).toContain(codeOf.get(row.kabupaten_pembuatan));
    }
  });

  test("cover all 94 kinds with at least five sellers each, and all 15 regencies", () => {
    const makers = new Map<string, Set<string>>();
    for (const row of produk) makers.set(row.gambar, (makers.get(row.gambar) ?? new Set()).add(row.nib));
    expect(makers.size).toBe(94);
    for (const [kind, who] of makers) expect(who.size, kind).toBeGreaterThanOrEqual(5);
    expect(new Set(produk.map((row) => row.kabupaten_pembuatan)).size).toBe(15);
  });

  test("cost what the kind costs in its usual pack, in steps of 500 rupiah", () => {
    for (const row of produk) {
      const price = Number(row.harga);
      expect(price % 500).toBe(0);
      const kind = kinds.get(row.sku);
      if (!kind) continue;
      expect(price).toBeGreaterThanOrEqual(kind.priceMin);
      expect(price).toBeLessThanOrEqual(kind.priceMax);
    }
  });

  test("include Bu Siti's banana chips at Rp18.000, in stock", () => {
    const nib = umkm.find((row) => row.nama_usaha === BU_SITI.umkm)!.nib;
    const row = produk.find((r) => r.nib === nib && r.sku === "keripik-pisang-coklat-250");
    expect(row).toMatchObject({ nama_produk: "Keripik Pisang Cokelat", varian: "250 g", harga: "18000" });
    expect(Number(row!.stok)).toBeGreaterThan(0);
  });

  test("are sometimes sold out, in two to five of a hundred", () => {
    const soldOut = produk.filter((row) => row.stok === "0").length / produk.length;
    expect(soldOut).toBeGreaterThan(0.02);
    expect(soldOut).toBeLessThan(0.05);
  });
});

describe("warung", () => {
  test("number 226 in proportion to the people of each regency, at least three each", () => {
    expect(warung).toHaveLength(WARUNG_COUNT);
    const counts = [...warungPerRegency().values()];
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(WARUNG_COUNT);
  });

  test("serve every village, and Kedaton through the three of the cast", () => {
    const served = new Set(warung.flatMap((row) => row.desa_layanan.split(" ")));
    expect(served.size).toBe(villageRows().length);
    const kedaton = warung.filter((row) => row.desa_layanan.split(" ").includes("18.71.01.1003"));
    expect(kedaton.map((row) => row.nama_warung)).toEqual(
      expect.arrayContaining(CAST_OPERATORS.map((cast) => cast.warung)),
    );
  });

  test("have a fee for their farthest village", () => {
    const villages = new Map(villageRows().map((village) => [village.code, village]));
    for (const row of warung) {
      const shop = { latitude: Number(row.lintang), longitude: Number(row.bujur) };
      const farthest = Math.max(
        ...row.desa_layanan.split(" ").map((code) => metresBetween(shop, villages.get(code)!)),
      );
      const reach = Math.max(...row.tarif.split(" ").map((step) => Number(step.split(":")[0]) * 1_000));
      expect(reach).toBeGreaterThanOrEqual(farthest);
    }
  });
});

describe("staples", () => {
  test("number 40, without subsidised LPG, with a price in each of the 15 regencies", () => {
    const staples = [...sembakoRows()];
    expect(staples).toHaveLength(40);
    expect(staples.map((row) => row.kunci)).not.toContain("gas-3kg");
    const prices = [...hargaRows()];
    expect(prices).toHaveLength(600);
    const range = new Map(stapleKinds().map((staple) => [staple.key, staple]));
    for (const row of prices) {
      const price = Number(row.harga);
      expect(price % 100).toBe(0);
      expect(price).toBeGreaterThanOrEqual(range.get(row.sembako)!.priceMin);
      expect(price).toBeLessThanOrEqual(range.get(row.sembako)!.priceMax);
    }
  });
});

test("the sheets are the same every time", () => {
  expect([...umkmRows()]).toEqual(umkm);
  expect([...produkRows()]).toEqual(produk);
  expect([...warungRows()]).toEqual(warung);
});

test("every kind of product, staple and category has a picture", () => {
  const categories = new Set([...kinds.values()].map((kind) => `kategori-${kind.category}`));
  for (const key of [...kinds.keys(), ...stapleKinds().map((staple) => staple.key), ...categories]) {
    expect(pictureFor(key).svg).toContain("<svg");
  }
  expect(Object.keys(PICTURE_KINDS)).toHaveLength(94 + 40 + 24);
});
