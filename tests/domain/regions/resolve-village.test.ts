import fc from "fast-check";
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

test("nicknames, short forms and numerals", () => {
  for (const name of ["Bandarlampung", "B. Lampung", "Balam", "KOTA BANDAR LAMPUNG", "Pemkot Bandar Lampung"])
    expect(code("Kedaton", "Kedaton", name), name).toBe("18.71.01.1003");
  expect(code("Gaya Baru 6", "Seputih Surabaya", "Lamteng")).toBe(
    code("Gaya Baru VI", "Seputih Surabaya", "Lampung Tengah"),
  );
  expect(code("Ds. Kedaton 1", "Batanghari Nuban", "Kab. Lampung Timur")).toMatch(/^18\.07\./);
  expect(resolver.district({ kecamatan: "Tj. Senang", kabupaten: "Balam" })).toMatchObject({
    found: { district: "Tanjung Senang" },
  });
});

test("without district or regency a village counts only when there is one of its name", () => {
  expect(code("Hajimena", "", "")).toBe("18.01.04.2001");
  expect(code("Kedaton", "Kedaton", "")).toBe("18.71.01.1003");
  expect(code("Hajimena", "", "Lampung Selatan")).toBe("18.01.04.2001");
  const homonym = resolver.village({ desa: "Labuhan Ratu", kecamatan: "", kabupaten: "" });
  expect(homonym).toMatchObject({ column: "kabupaten" });
  expect("message" in homonym && homonym.message).toMatch(
    /Bandar Lampung.*Lampung Timur|Lampung Timur.*Bandar/,
  );
});

test("a slip of the pen is asked about, never mended", () => {
  expect(resolver.village({ desa: "Kedatom", kecamatan: "Kedaton", kabupaten: "Bandar Lampung" })).toEqual({
    column: "desa",
    message:
      'Desa/kelurahan "Kedatom" tidak ada di Kecamatan Kedaton, Bandar Lampung. Mungkin maksudnya: Kedaton.',
  });
  const elsewhere = resolver.village({
    desa: "Hajimena",
    kecamatan: "Kalianda",
    kabupaten: "Lampung Selatan",
  });
  expect(elsewhere).toMatchObject({ column: "desa" });
  expect("message" in elsewhere && elsewhere.message).toContain("di Kecamatan Natar");
});

test("case, spaces, dots and prefixes never lose a village", async () => {
  const villages = await listNamedVillages(db);
  const noise = fc.record({
    village: fc.constantFrom(...villages),
    upper: fc.boolean(),
    space: fc.constantFrom("", " ", "  ", "\u00a0"),
    prefixes: fc.tuple(
      fc.constantFrom("", "Desa ", "Ds. ", "Kel.", "KELURAHAN ", "Pekon ", "Tiyuh ", "Kp. "),
      fc.constantFrom("", "Kec. ", "KECAMATAN ", "kec."),
      fc.constantFrom("", "Kab. ", "Kabupaten ", "Kota ", "KAB."),
    ),
  });
  fc.assert(
    fc.property(noise, ({ village, upper, space, prefixes: [desa, kecamatan, kabupaten] }) => {
      const dirty = (prefix: string, name: string) => {
        const text = space + prefix + name.replaceAll(" ", space || " ") + space;
        return upper ? text.toUpperCase() : text;
      };
      expect(
        code(
          dirty(desa, village.name),
          dirty(kecamatan, village.district),
          dirty(kabupaten, village.regency),
        ),
      ).toBe(village.code);
    }),
    { numRuns: 2_000 },
  );
});
