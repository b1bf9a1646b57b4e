import { SheetLine } from "../../lib/import-rows.ts";
import { cellText, type RawRow } from "../sheets/cell.ts";
import { countKnown, type Headers, readHeaders } from "./headers.ts";
import type { ImportKind } from "./kinds.ts";
import { readCell } from "./mangled.ts";
import { refuseFile } from "./refuse-file.ts";

/** Titles and remarks above the table are passed over, as far as here. Rows with something in them. */
const TITLE_ROWS = 10;

export type Table = {
  readonly headers: Headers;
  readonly headerRow: number;
  /** the headers as they are written */
  readonly written: readonly string[];
};

/** What was noticed in the whole file, for one sentence each. */
export type Noticed = {
  /** mobile numbers without their 0 */
  phones: number;
  /** numbers with an apostrophe in front */
  apostrophes: number;
};

/**
 * Finds the row of headers: of the first ten rows the one that names most columns.
 * @throws BadInput when a required column is missing, or there is nothing below
 */
export async function findTable(kind: ImportKind, rows: AsyncIterable<RawRow>): Promise<Table> {
  const looked: { row: number; texts: string[]; known: number }[] = [];
  for await (const { row, cells } of rows) {
    const texts = cells.map((cell) => cellText(cell).slice(0, 80));
    looked.push({ row, texts, known: countKnown(kind, texts) });
    if (looked.length >= TITLE_ROWS) break;
  }
  if (looked.length === 0) throw refuseFile("Berkas ini kosong.");
  const best = looked.reduce((most, one) => (one.known > most.known ? one : most));
  const headers = readHeaders(kind, best.texts);
  const { missing } = headers;
  if (missing.length > 0) {
    const names = missing.join(", ");
    throw refuseFile(`Kolom yang wajib ada belum ada: ${names}. Baris pertama harus berisi nama kolom.`);
  }
  if (looked.at(-1) === best) throw refuseFile("Di bawah nama kolom tidak ada baris data.");
  return { headers, headerRow: best.row, written: best.texts };
}

/** The rows below the headers, each cell by its column, with what a spreadsheet has mangled. */
export async function* sheetLines(
  rows: AsyncIterable<RawRow>,
  { headers, headerRow }: Table,
  noticed: Noticed,
): AsyncGenerator<SheetLine> {
  for await (const { row, cells } of rows) {
    if (row <= headerRow) continue;
    const read: Record<string, string> = {};
    const wrong: { column: string; message: string }[] = [];
    for (const [place, column] of headers.columns.entries()) {
      if (!column) continue;
      const cell = readCell(column, cells[place]);
      read[column.name] = cell.text;
      if (cell.wrong) wrong.push({ column: column.name, message: cell.wrong });
      else if (cell.note === "phone-without-0") noticed.phones++;
      else if (cell.note === "apostrophe") noticed.apostrophes++;
    }
    yield new SheetLine(row, read, wrong);
  }
}
