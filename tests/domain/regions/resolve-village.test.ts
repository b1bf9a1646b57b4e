import { expect, test } from "vitest";
import { loadResolver } from "#app/domain/regions/load-resolver.server.ts";
import { listNamedVillages } from "#db/queries/region-import.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const resolver = await loadResolver(db);
const code = (desa: string, kecamatan: string, kabupaten: string) => {
  const found = resolver.village({ desa, kecamatan, kabupaten });
  return "found" in found ? found.found.code : found.column;
};

test("every one of the 2,651 villages is found by its own three names", async () => {
  const villages = await listNamedVillages(db);
  expect(villages).toHaveLength(2_651);
  for (const village of villages) {
    expect(code(village.name, village.district, village.regency), village.code).toBe(village.code);
  }
});

test("prefixes, capitals and spaces do not matter", () => {
  expect(code("Kedaton", "Kedaton", "Bandar Lampung")).toBe("18.71.01.1003");
  expect(code("Kel. Kedaton", "Kec. Kedaton", "Kota Bandar Lampung")).toBe("18.71.01.1003");
  expect(code("KELURAHAN KEDATON", "KECAMATAN KEDATON", "BANDARLAMPUNG")).toBe("18.71.01.1003");
  expect(code("Negeri Katon", "negerikaton", "Kab. Pesawaran")).toBe("18.09.02.2005");
});

test("a name that begins like a prefix is a whole name", () => {
  expect(code("Kampung Baru", "Labuhan Ratu", "Bandar Lampung")).toMatch(/^18\.71\.14\./);
  expect(resolver.district({ kecamatan: "Kota Agung", kabupaten: "Tanggamus" })).toMatchObject({
    found: { district: "Kota Agung" },
  });
});

test("the same name elsewhere is another village", () => {
  const inCity = code("Labuhan Ratu", "Labuhan Ratu", "Bandar Lampung");
  const inEast = code("Labuhan Ratu", "Labuhan Ratu", "Lampung Timur");
  expect(inCity).toMatch(/^18\.71\./);
  expect(inEast).toMatch(/^18\.07\./);
});

test("the column that is wrong is named", () => {
  expect(code("Kedaton", "Kedaton", "Palembang")).toBe("kabupaten");
  expect(code("Kedaton", "Kemalang", "Bandar Lampung")).toBe("kecamatan");
  expect(resolver.village({ desa: "Entah", kecamatan: "Kedaton", kabupaten: "Bandar Lampung" })).toEqual({
    column: "desa",
    message: 'Desa/kelurahan "Entah" tidak ada di Kecamatan Kedaton, Bandar Lampung.',
  });
});
