import { harmless } from "../sheets/harmless.ts";
import { SHEET_MIME, type SheetFile, writeSheet } from "../sheets/write-sheet.server.ts";
import type { ReportSheet } from "./report-sheet.ts";

/** A report as a CSV in which nothing that people typed runs as a formula. */
export function csvOf({ name, header, rows }: ReportSheet): SheetFile {
  const lines = [header, ...rows.map((row) => row.map(harmless))];
  return { name: `${name}.csv`, mime: SHEET_MIME.csv, bytes: writeSheet(lines, { type: "csv" }) };
}
