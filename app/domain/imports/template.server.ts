import { SHEET_MIME, type SheetFile, writeSheet } from "../sheets/write-sheet.server.ts";
import { columnsOf, type ImportKind } from "./kinds.ts";

/** An empty sheet of a kind with its headers and one row as an example. */
export function templateOf(kind: ImportKind, type: "csv" | "xlsx"): SheetFile {
  const columns = columnsOf(kind);
  const rows = [columns.map((column) => column.name), columns.map((column) => column.example)];
  return { name: `contoh-${kind}.${type}`, mime: SHEET_MIME[type], bytes: writeSheet(rows, { type }) };
}
