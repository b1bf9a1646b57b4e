/**
 * Amounts as people write them, in one form: "setengah kilo" → "500 g", "250gr" → "250 g", "lima kilo" → "5 kg".
 * Used on queries and on names alike, so that both sides speak of the same amount.
 */
const NUMBERS: Readonly<Record<string, number>> = {
  se: 1,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  selusin: 12,
  lusin: 12,
  "dua belas": 12,
  "dua puluh": 20,
  "dua puluh lima": 25,
  setengah: 0.5,
  stengah: 0.5,
  seperempat: 0.25,
  "tiga perempat": 0.75,
  sekilo: 1,
  seliter: 1,
  seons: 1,
  "1/2": 0.5,
  "1/4": 0.25,
  "3/4": 0.75,
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
  sai: 1,
  ghua: 2,
  khua: 2,
  telu: 3,
  pak: 4,
  limo: 5,
};

/** Each spelling's unit and how many of that unit it is. */
const UNITS: Readonly<Record<string, readonly [unit: "g" | "ml" | "cm" | "m", factor: number]>> = {
  kg: ["g", 1000],
  kgs: ["g", 1000],
  kilo: ["g", 1000],
  kilogram: ["g", 1000],
  kilogr: ["g", 1000],
  kiloan: ["g", 1000],
  ons: ["g", 100],
  g: ["g", 1],
  gr: ["g", 1],
  grm: ["g", 1],
  gram: ["g", 1],
  gm: ["g", 1],
  grams: ["g", 1],
  gramm: ["g", 1],
  l: ["ml", 1000],
  lt: ["ml", 1000],
  ltr: ["ml", 1000],
  liter: ["ml", 1000],
  litre: ["ml", 1000],
  literan: ["ml", 1000],
  ml: ["ml", 1],
  mili: ["ml", 1],
  mililiter: ["ml", 1],
  cc: ["ml", 1],
  cm: ["cm", 1],
  meter: ["m", 1],
  mtr: ["m", 1],
  m: ["m", 1],
};

const WORDS = Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const UNIT_WORDS = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const FUSED = /(?<![\p{L}\p{N}])se(?=(?:kilo|kg|liter|ons|gram|meter)(?![\p{L}\p{N}]))/gu;
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}/.,])(?:(\\d{1,5}(?:[.,]\\d{1,3})?)|(${WORDS}))\\s*(${UNIT_WORDS})(?![\\p{L}\\p{N}])`,
  "gu",
);
const PIECES = new RegExp(`(?<![\\p{L}\\p{N}])(isi|isian)\\s+(${WORDS})(?![\\p{L}\\p{N}])`, "gu");
/** Each spelling of a pack, and how it is written here. */
const PACKS: Readonly<Record<string, string>> = {
  dus: "dus",
  dos: "dus",
  kardus: "dus",
  karton: "dus",
  sisir: "sisir",
  tandan: "tandan",
  papan: "papan",
  renteng: "renteng",
  rencen: "renteng",
  rentengan: "renteng",
  bungkus: "bungkus",
  bks: "bungkus",
  bungkusan: "bungkus",
  pak: "pak",
  pack: "pak",
  botol: "botol",
  btl: "botol",
  buah: "buah",
  bh: "buah",
  butir: "butir",
  lembar: "lembar",
  lbr: "lembar",
  galon: "galon",
  karung: "karung",
  toples: "toples",
  kaleng: "kaleng",
  kotak: "kotak",
  ikat: "ikat",
  loyang: "loyang",
  jerigen: "jerigen",
  jeriken: "jerigen",
  kantong: "kantong",
  sachet: "saset",
  saset: "saset",
};
/** Words that are an amount behind a number. */
export const PACK_WORDS: ReadonlySet<string> = new Set(Object.values(PACKS));
const PACK = Object.keys(PACKS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const FUSED_PACK = new RegExp(`(?<![\\p{L}\\p{N}])se(${PACK})(?![\\p{L}\\p{N}])`, "gu");
const COUNTED_PACK = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,3}|${WORDS})\\s*(${PACK})(?![\\p{L}\\p{N}])`,
  "gu",
);

function written(amount: number, unit: "g" | "ml" | "cm" | "m"): string {
  const big = unit === "g" ? "kg" : unit === "ml" ? "l" : undefined;
  if (big && amount >= 1000 && amount % 500 === 0) return `${String(amount / 1000).replace(".", ",")} ${big}`;
  return `${String(Math.round(amount * 100) / 100).replace(".", ",")} ${unit}`;
}

/** `text` (lower case) with every amount in its one form. */
export function standardUnits(text: string): string {
  return text
    .replace(FUSED, "se ")
    .replace(AMOUNT, (_all, digits: string | undefined, word: string | undefined, spelled: string) => {
      const [unit, factor] = UNITS[spelled]!;
      // "1.000 g" is a thousand, "1,5 kg" one and a half
      const plain = digits?.replace(/\.(?=\d{3}$)/, "").replace(",", ".");
      return written((plain === undefined ? NUMBERS[word!]! : Number(plain)) * factor, unit);
    })
    .replace(FUSED_PACK, (_all, pack: string) => `1 ${PACKS[pack]!}`)
    .replace(
      COUNTED_PACK,
      (_all, count: string, pack: string) => `${NUMBERS[count] ?? count} ${PACKS[pack]!}`,
    )
    .replace(PIECES, (_all, _isi: string, word: string) => `isi ${NUMBERS[word]!}`);
}
