import { expect, test } from "vitest";
import { readHeaders } from "#app/domain/imports/headers.ts";
import { columnsOf, KIND_NAMES } from "#app/domain/imports/kinds.ts";

const fields = (headers: string[]) => readHeaders("umkm", headers).columns.map((column) => column?.name);

test("every kind's own headers are understood", () => {
  for (const kind of KIND_NAMES) {
    const names = columnsOf(kind).map((column) => column.name);
    const read = readHeaders(kind, names);
    expect(read.columns.map((column) => column?.name)).toEqual(names);
    expect([read.ignored, read.missing, read.doubled]).toEqual([[], [], []]);
  }
});

test.each([
  [
    "no_hp",
    ["hp", "HP", "Telepon", "no telp", "No. HP", "NO. TELP.", "wa", "Nomor WhatsApp*", "No HP/WA", "no  hp"],
  ],
  ["desa", ["kelurahan", "Pekon", "tiyuh", "Kampung", "Desa/Kelurahan", "DESA / KEL.", "desa"]],
  ["kabupaten", ["kab/kota", "Kabupaten/Kota", "KAB. / KOTA", "kabupaten"]],
  ["kecamatan", ["Kec.", "Nama Kecamatan", "KECAMATAN"]],
  ["nama_usaha", ["nama usaha", "Merk", "Nama Usaha / Merk", "NAMA_USAHA", "Nama-Usaha"]],
  ["omzet_sebelum", ["Omset sebelum pandemi (Rp)", "omzet sebelum"]],
])("%s has many names", (name, headers) => {
  for (const header of headers) expect(fields([header]), header).toEqual([name]);
});

test("what is unknown is ignored, what is missing or doubled is told", () => {
  const read = readHeaders("umkm", ["No", "Nama Usaha", "HP", "No. Telp", "Catatan", "", "yang_salah"]);
  expect(read.ignored).toEqual(["No", "Catatan"]);
  expect(read.doubled).toEqual([{ column: "no_hp", headers: ["HP", "No. Telp"] }]);
  expect(read.missing).toEqual(["jenis", "nama_pemilik", "alamat", "desa", "kecamatan", "kabupaten"]);
  expect(read.columns.map((column) => column?.name)).toEqual([
    undefined,
    "nama_usaha",
    "no_hp",
    ...[undefined, undefined, undefined, undefined],
  ]);
});
