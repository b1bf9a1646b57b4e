/** Spreadsheets as people send them, made for the tests. */
import Excel from "exceljs";
import type { RawRow } from "#app/domain/sheets/cell.ts";

export type Value = string | number | boolean | Date | null | { formula: string; result?: string | number };

/** A workbook of these rows, as Excel writes it. */
export async function xlsx(
  rows: readonly (readonly Value[])[],
  sheets: readonly string[] = ["Data"],
): Promise<Buffer> {
  const book = new Excel.Workbook();
  for (const name of sheets) book.addWorksheet(name);
  for (const row of rows) book.worksheets[0]!.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export function csv(rows: readonly (readonly string[])[], delimiter = ","): string {
  const quote = (cell: string) => (/["\n\r;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join(delimiter)).join("\r\n");
}

export async function all(rows: AsyncIterable<RawRow>): Promise<RawRow[]> {
  const list: RawRow[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

export const cellsOf = async (rows: AsyncIterable<RawRow>) => (await all(rows)).map(({ cells }) => cells);
