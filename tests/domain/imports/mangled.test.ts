import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "#app/domain/imports/kinds.ts";
import { readCell } from "#app/domain/imports/mangled.ts";
import type { Cell } from "#app/domain/sheets/cell.ts";

const column = (name: string) => columnsOf("umkm").find((one) => one.name === name)!;
const read = (name: string, cell: Cell) => readCell(column(name), cell);

describe("recognised and told, with what to do", () => {
  it.each<[string, Cell, RegExp]>([
    ["no_hp", "8,12E+10", /menyingkatnya.*format Teks|menyingkatnya.*Teks/],
    ["no_hp", "8.12E+10", /menyingkatnya/],
    ["nik", "1,87101E+15", /menyingkatnya/],
    ["nib", "9.12E+12", /menyingkatnya/],
    ["omzet_sekarang", "1,5E+6", /menyingkatnya/],
    ["nib", "220012345678", /12 dari 13.*angka 0 di depan/],
    ["nib", 220_012_345_678, /12 dari 13/],
    ["nik", "187101450888000", /hanya 15 angka/],
    ["kbli", 1_111, /4 dari 5/],
    ["nik", 1_871_014_508_880_000, /hanya menyimpan 15 angka/],
    ["nik", "1871014508880000", /berakhir 0000/],
    ["nik", "1871014508880001.0", /angka pecahan/],
    ["no_hp", "81272009999.0", /angka pecahan/],
    ["omzet_sekarang", "1500000.0", /angka pecahan/],
    ["omzet_sekarang", 1_500_000.5, /angka bulat/],
    ["rt", new Date("2026-03-02"), /menjadi tanggal \(2026-03-02\)/],
    ["nama_usaha", "#N/A", /galat/],
    ["nama_usaha", "#REF!", /galat/],
    ["no_hp", "########", /terlalu sempit/],
    ["alamat", "#RUMUS", /belum dihitung/],
  ])("%s %s", (name, cell, sentence) => {
    expect(read(name, cell).wrong).toMatch(sentence);
  });
});

describe("read as it is meant", () => {
  it.each<[string, Cell, string]>([
    ["no_hp", "\u00a00812-7200-9999\u00a0", "0812-7200-9999"],
    ["no_hp", "'081272009999", "081272009999"],
    ["no_hp", 81_272_009_999, "081272009999"],
    ["no_hp", "81272009999", "081272009999"],
    ["no_hp", "+62 812-7200-9999", "+62 812-7200-9999"],
    ["nik", 1_871_014_508_880_001, "1871014508880001"],
    ["nik", "1871014508880010", "1871014508880010"],
    ["nib", 9_120_012_345_678, "9120012345678"],
    ["omzet_sekarang", 1_500_000, "1500000"],
    ["omzet_sekarang", "Rp1.500.000", "Rp1.500.000"],
    ["omzet_sekarang", "18.000", "18.000"],
    ["omzet_sekarang", "18000,00", "18000,00"],
    ["terdampak", true, "ya"],
    ["nama_usaha", "Toko 1E5", "Toko 1E5"],
    ["nama_usaha", 88, "88"],
    ["nib", "", ""],
    ["nib", null, ""],
  ])("%s %s", (name, cell, text) => {
    expect(read(name, cell)).toMatchObject({ text });
    expect(read(name, cell).wrong).toBeUndefined();
  });

  it("a mobile number without its 0, and an apostrophe, are noted", () => {
    expect(read("no_hp", "81272009999").note).toBe("phone-without-0");
    expect(read("nik", "'1871014508880001").note).toBe("apostrophe");
  });

  it("a date where a date belongs", () => {
    const price = columnsOf("harga").find((one) => one.name === "berlaku_mulai")!;
    expect(readCell(price, new Date("2026-12-01"))).toEqual({ text: "2026-12-01" });
  });
});

it("a whole number is never changed: it comes out digit by digit, or it is told", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("nik", "nib", "no_hp", "kbli"),
      fc.stringMatching(/^\d{1,18}$/),
      (name, digits) => {
        const { text, wrong, note } = read(name, digits);
        if (!wrong) expect(note === "phone-without-0" ? text.slice(1) : text).toBe(digits);
      },
    ),
  );
});
