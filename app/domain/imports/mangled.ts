import { type Cell, cellText } from "../sheets/cell.ts";
import type { Column, Holds } from "./kinds.ts";

/** What is said about a cell that a spreadsheet has damaged, or what was noticed while reading it. */
export type ReadCell = {
  readonly text: string;
  readonly wrong?: string;
  readonly note?: "phone-without-0" | "apostrophe";
};

type Digits = { readonly what: string; readonly length: number };
const DIGITS: Partial<Record<Holds, Digits>> = {
  nik: { what: "NIK", length: 16 },
  nib: { what: "NIB", length: 13 },
  kbli: { what: "Kode KBLI", length: 5 },
  pirt: { what: "Nomor P-IRT", length: 15 },
};

const AS_TEXT = "Jadikan kolom berformat Teks, lalu ketik ulang angkanya lengkap.";
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const FLOAT = /^[+-]?\d+[.,]0+$/;
const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/i;
const HASHES = /^#{3,}$/;
/** A spreadsheet keeps fifteen digits of a number; the rest it turns into zeros. */
const KEPT_DIGITS = 15;

/** What is written, for a sentence; a NIK is never repeated. */
const quoted = ({ holds }: Column, text: string) => (holds === "nik" ? "singkat" : text);

function nameOf({ name, holds }: Column): string {
  return holds === "mobile" ? "Nomor HP" : (DIGITS[holds]?.what ?? `Isi kolom ${name}`);
}

function wrongNumber(column: Column, text: string, cell: Cell): string | undefined {
  const what = nameOf(column);
  const digits = DIGITS[column.holds];
  const isNumber = typeof cell === "number";
  if (digits === undefined) return undefined;
  if (!/^\d+$/.test(text.replace(/[\s.-]/g, ""))) return undefined;
  const bare = text.replace(/\D/g, "");
  if (bare.length > KEPT_DIGITS && bare.length === digits.length) {
    if (isNumber && bare.endsWith("0"))
      return `${what} tersimpan sebagai angka; lembar kerja hanya menyimpan 15 angka, jadi angka terakhirnya berubah menjadi 0. ${AS_TEXT}`;
    // No serial number is 0000.
    if (bare.endsWith("0000")) return `${what} berakhir 0000: angka terakhirnya tampaknya hilang. ${AS_TEXT}`;
  }
  const short = digits.length - bare.length;
  if (short === 1 && column.holds === "nik")
    return `NIK hanya 15 angka: satu angka hilang, di depan atau di belakang. ${AS_TEXT}`;
  if (short > 0 && short <= 2)
    return `${what} hanya ${bare.length} dari ${digits.length} angka: angka 0 di depan tampaknya dihapus lembar kerja. ${AS_TEXT}`;
  return undefined;
}

/** `18.000` and `18000,00` are ways to write rupiah. */
const isRupiah = (holds: Holds, text: string) => holds === "number" && /^\d{1,3}\.000$|,00$/.test(text);

/**
 * Reads one cell. What a spreadsheet turned into something else (`8,12E+10`, a lost leading zero, a date, an error) is
 * recognised and told, with what to do; it is never guessed back.
 */
export function readCell(column: Column, cell: Cell | undefined): ReadCell {
  const { holds } = column;
  let text = cellText(cell);
  let note: ReadCell["note"];
  if (/^['‘’`](?=[\d+])/.test(text)) {
    text = text.slice(1);
    note = "apostrophe";
  }
  if (text === "" || cell === undefined || cell === null) return { text };
  if (text === "#RUMUS")
    return { text, wrong: "Rumus ini belum dihitung. Buka di Excel, simpan, lalu unggah lagi." };
  if (HASHES.test(text))
    return {
      text,
      wrong: "Kolomnya terlalu sempit saat disimpan, isinya menjadi ####. Lebarkan, lalu simpan lagi.",
    };
  if (ERROR.test(text))
    return { text, wrong: `Rumus di sel ini galat (${text}). Perbaiki, atau ketik isinya.` };
  if (cell instanceof Date) {
    if (holds === "date") return { text: text.slice(0, 10) };
    return { text, wrong: `${nameOf(column)} diubah lembar kerja menjadi tanggal (${text}). ${AS_TEXT}` };
  }
  if (holds === "text" || holds === "degrees" || holds === "date") return note ? { text, note } : { text };
  if (typeof cell === "string" && SCIENTIFIC.test(text))
    return {
      text,
      wrong: `${nameOf(column)} tertulis ${quoted(column, text)}: lembar kerja menyingkatnya, angka aslinya hilang. ${AS_TEXT}`,
    };
  if (typeof cell === "string" && FLOAT.test(text) && !isRupiah(holds, text))
    return {
      text,
      wrong: `${nameOf(column)} tertulis seperti angka pecahan. Hapus ${text.slice(text.search(/[.,]/))} di belakangnya.`,
    };
  if (typeof cell === "number" && !Number.isInteger(cell))
    return { text, wrong: `${nameOf(column)} harus berupa angka bulat, bukan ${text}.` };
  const wrong = wrongNumber(column, text, cell);
  if (wrong !== undefined) return { text, wrong };
  if (holds === "mobile" && /^8\d{8,11}$/.test(text.replace(/[\s.-]/g, "")))
    return { text: `0${text}`, note: "phone-without-0" };
  return note ? { text, note } : { text };
}
