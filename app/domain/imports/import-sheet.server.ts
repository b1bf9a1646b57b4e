import type { Db } from "#db/client.server.ts";
import type { ImportReport, SheetRows } from "../../lib/import-rows.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { importProducts } from "../catalogue/import-products.server.ts";
import { importStaplePrices } from "../catalogue/import-staple-prices.server.ts";
import type { RawRow } from "../sheets/cell.ts";
import type { ImportPass } from "../sheets/take-batch.server.ts";
import { importUmkm } from "../umkm/import-umkm.server.ts";
import { importWarung } from "../warung/import-warung.server.ts";
import type { ImportKind } from "./kinds.ts";
import { newStatus } from "./new-status.ts";
import { openSheet, type Sheet } from "./read-sheet.server.ts";
import type { RunOptions } from "./run-options.ts";
import { findTable, type Noticed, sheetLines, type Table } from "./sheet-lines.ts";

/** A spreadsheet that was looked at: what it is, and where its table begins. */
export type Opened = { readonly kind: ImportKind; readonly sheet: Sheet; readonly table: Table };

/** Looks whether a file can be brought in at all. @throws BadInput with a sentence */
export async function openImport(kind: ImportKind, bytes: Buffer): Promise<Opened> {
  const sheet = openSheet(bytes);
  return { kind, sheet, table: await findTable(kind, sheet.rows()) };
}

function verbOf(
  actor: Actor,
  db: Db,
  kind: ImportKind,
  options: RunOptions,
): (rows: SheetRows, pass: ImportPass) => Promise<ImportReport> {
  const status = newStatus(kind, options.status, officeRegency(actor) === null) as never;
  switch (kind) {
    case "umkm":
      return (rows, pass) => importUmkm(actor, db, rows, { ...options, status }, pass);
    case "warung":
      return (rows, pass) => importWarung(actor, db, rows, { status }, pass);
    case "produk":
      return (rows, pass) => importProducts(actor, db, rows, { status, pictures: new Map() }, pass);
    case "harga":
      return (rows, pass) => importStaplePrices(actor, db, rows, pass);
  }
}

/** How far the reading has come; written to while an import runs. */
export type Progress = {
  /** of the file, 0 … 1 */
  read: number;
};

async function* watched(rows: AsyncGenerator<RawRow>, progress: Progress): AsyncGenerator<RawRow> {
  for await (const row of rows) {
    progress.read = row.read;
    yield row;
  }
}

/**
 * Goes through a spreadsheet with the verb of its kind: rehearsed or written, as the pass says.
 * @returns what it did, and what was noticed in the file, in sentences
 * @throws BadInput when the file turns out broken further down; NotAllowed
 */
export async function importSheet(
  actor: Actor,
  db: Db,
  { kind, sheet, table }: Opened,
  options: RunOptions,
  pass: ImportPass,
  progress: Progress,
): Promise<{ readonly report: ImportReport; readonly notes: readonly string[] }> {
  const noticed: Noticed = { phones: 0, apostrophes: 0 };
  const lines = sheetLines(watched(sheet.rows(), progress), table, noticed);
  const report = await verbOf(actor, db, kind, options)(lines, pass);
  return { report, notes: notesOf(table, noticed) };
}

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** What an officer should know about a file that is not wrong. */
export function notesOf({ headers }: Table, { phones, apostrophes }: Noticed): string[] {
  const number = (amount: number) => amount.toLocaleString("id-ID");
  return [
    headers.ignored.length > 0 && `Kolom yang tidak dipakai: ${list(headers.ignored)}.`,
    ...headers.doubled.map(
      ({ column, headers: [first = "", ...others] }) =>
        `Kolom ${column} ada lebih dari satu: yang dibaca "${first}", bukan ${list(others)}.`,
    ),
    phones > 0 && `${number(phones)} nomor HP tanpa angka 0 di depan dibaca sebagai 08….`,
    apostrophes > 0 && `${number(apostrophes)} angka ditulis dengan tanda petik di depan; petiknya dilepas.`,
  ].filter((note) => note !== false);
}
