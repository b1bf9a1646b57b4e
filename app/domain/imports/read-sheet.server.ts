import { isEmptyRow, type RawRow } from "../sheets/cell.ts";
import { type CsvFormat, csvFormatOf, readCsv } from "./read-csv.server.ts";
import { openWorkbook, readXlsx } from "./read-xlsx.server.ts";
import { refuseFile } from "./refuse-file.ts";

/** What a file may have, bytes and rows. */
export const LARGEST_FILE = 20 * 1024 * 1024;
const MOST_ROWS = 200_000;

export type SheetFormat = { readonly type: "xlsx" } | ({ readonly type: "csv" } & CsvFormat);

/** A spreadsheet that can be read from its first row as often as needed, without ever being in memory as a whole. */
export type Sheet = {
  readonly format: SheetFormat;
  /** rows with something in them */
  readonly rows: () => AsyncGenerator<RawRow>;
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const begins = (bytes: Buffer, with_: readonly number[]) => with_.every((byte, at) => bytes[at] === byte);

async function* filledRows(rows: AsyncGenerator<RawRow>): AsyncGenerator<RawRow> {
  let count = 0;
  for await (const row of rows) {
    if (isEmptyRow(row.cells)) continue;
    if (++count > MOST_ROWS)
      throw refuseFile("Paling banyak 200.000 baris sekali impor. Bagi menjadi beberapa berkas.");
    yield row;
  }
}

/**
 * Looks what kind of spreadsheet a file is (by what is in it, not by its name).
 * @throws BadInput with a sentence: too large, empty, not a spreadsheet, broken, with macros or a password
 */
export function openSheet(bytes: Buffer): Sheet {
  if (bytes.length > LARGEST_FILE)
    throw refuseFile("Berkas lebih dari 20 MB. Bagi menjadi beberapa berkas, lalu unggah satu per satu.");
  if (bytes.length === 0) throw refuseFile("Berkas ini kosong.");
  if (begins(bytes, OLD_OFFICE))
    throw refuseFile(
      "Berkas Excel lama (.xls) atau berkata sandi tidak dapat dibaca. Simpan sebagai .xlsx tanpa kata sandi.",
    );
  if (begins(bytes, ZIP)) {
    openWorkbook(bytes);
    return { format: { type: "xlsx" }, rows: () => filledRows(readXlsx(bytes)) };
  }
  const format = csvFormatOf(bytes);
  return { format: { type: "csv", ...format }, rows: () => filledRows(readCsv(bytes, format)) };
}
