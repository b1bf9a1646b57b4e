import { standardUnits } from "./units.ts";

/** Lower case, without accents, amounts in one form, "oleh2" as "oleh oleh"; never throws, whatever the text. */
export function plainText(text: string): string {
  const lower = text
    .normalize("NFKC")
    .replaceAll("\u2044", "/")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  const unfolded = lower.replace(/(?<![\p{L}\p{N}])(\p{L}{3,})2(?![\p{L}\p{N}])/gu, "$1 $1");
  return standardUnits(unfolded);
}

/** The words and numbers of a text, as `plainText` writes them; "1,5" is one. */
export function wordsOf(text: string): string[] {
  return plainText(text).match(/\d+[.,]\d+|[\p{L}\p{N}]+/gu) ?? [];
}
