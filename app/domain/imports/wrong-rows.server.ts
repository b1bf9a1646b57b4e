import type { Db } from "#db/client.server.ts";
import { listWrong, type WrongRecord } from "#db/queries/imports.ts";
import { NotAllowed, NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Cell } from "../sheets/cell.ts";
import { SHEET_MIME, type SheetFile, writeSheet } from "../sheets/write-sheet.server.ts";
import { findOwnRun, mayFetch } from "./find-import.server.ts";
import { WRONG_COLUMN } from "./headers.ts";
import { readImportFile } from "./import-file.server.ts";
import { type Opened, openImport } from "./import-sheet.server.ts";

/** `usaha.csv` → `usaha-yang-salah.csv` */
export function wrongFileName(fileName: string, type: "csv" | "xlsx"): string {
  return `${fileName.replace(/\.[a-z]{1,5}$/i, "")}-yang-salah.${type}`;
}

async function* wrongCells(
  { sheet, table }: Opened,
  wrong: Iterable<WrongRecord>,
): AsyncGenerator<readonly Cell[]> {
  const sentences = new Map<number, string>();
  for (const { row, column, message } of wrong) {
    const before = sentences.get(row);
    sentences.set(row, `${before ? `${before} ` : ""}${column}: ${message}`);
  }
  // A file that came back with our column gets it anew, not twice.
  const old = table.written.indexOf(WRONG_COLUMN);
  const width = table.written.length;
  const place = old < 0 ? width : old;
  for await (const { row, cells } of sheet.rows()) {
    const sentence = row === table.headerRow ? WRONG_COLUMN : sentences.get(row);
    if (sentence === undefined) continue;
    const copy: Cell[] = Array.from({ length: Math.max(width, place + 1) }, (_, at) => cells[at] ?? null);
    copy[place] = sentence;
    yield copy;
  }
}

/** The wrong rows of a spreadsheet as they were, in the same format and order, with one more column that says what is wrong. */
export function writeWrongRows(opened: Opened, wrong: Iterable<WrongRecord>): AsyncGenerator<Buffer> {
  return writeSheet(wrongCells(opened, wrong), opened.sheet.format);
}

/**
 * The file of wrong rows of an import. The NIK in it are the officer's own, as they were uploaded.
 * @throws NotLoggedIn, NotFound, NotAllowed for anyone but the officer who brought it, and the province
 */
export async function findWrongRows(db: Db, actor: Actor, runId: number): Promise<SheetFile> {
  const run = await findOwnRun(db, actor, runId);
  if (run.file_removed_at !== null) throw new NotFound("impor");
  if (!mayFetch(actor, run)) throw new NotAllowed();
  const opened = await openImport(run.kind, await readImportFile(run.file));
  const { type } = opened.sheet.format;
  const bytes = writeWrongRows(opened, await listWrong(db, runId));
  return { name: wrongFileName(run.file_name, type), mime: SHEET_MIME[type], bytes };
}
