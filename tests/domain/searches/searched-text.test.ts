import { describe, expect, it } from "vitest";
import { searchedText } from "#app/domain/searches/searched-text.ts";

describe("a search as it is counted", () => {
  it.each([
    ["  Kripik PISANG!! ", "kripik pisang"],
    ["oleh2", "oleh oleh"],
    ["beras 5kg", "beras 5 kg"],
    ["minyak goreng 2 liter, 1000 ml", "minyak goreng 2 l 1 l"],
  ])("%s is %s", (typed, text) => expect(searchedText(typed)).toBe(text));

  it.each([
    "081234567890",
    "0812-3456-7890",
    "+62 812 3456 7890",
    "pesanan bu siti 0812.3456.7890",
    "1871014101900001",
    "siti@contoh.id",
    "https://contoh.id/rahasia",
    "www.contoh.id",
    "😀",
    "",
    "kata ".repeat(40),
  ])("%s is not kept", (typed) => expect(searchedText(typed)).toBeUndefined());
});
