import { columnsOf, type ImportKind } from "./kinds.ts";
import { SHEET_MIME, writeSheet } from "./write-sheet.server.ts";
import type { SheetFile } from "./wrong-rows.server.ts";

/** An empty sheet of a kind with its headers and one row as an example. */
export function templateOf(kind: ImportKind, type: "csv" | "xlsx"): SheetFile {
  const columns = columnsOf(kind);
  const rows = [columns.map((column) => column.name), columns.map((column) => column.example)];
  return { name: `contoh-${kind}.${type}`, mime: SHEET_MIME[type], bytes: writeSheet(rows, { type }) };
}
