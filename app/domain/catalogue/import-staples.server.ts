import type { Db } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { upsertStaples } from "#db/queries/staple-import.ts";
import { NotAllowed } from "../../lib/errors.ts";
import { emptyReport, type ImportReport, readInBatches, type SheetRows } from "../../lib/import-rows.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { takeBatch, WHOLE_SHEET } from "../sheets/take-batch.server.ts";
import type { SheetPicture } from "./import-products.server.ts";
import { StapleRow } from "./staple-row.ts";

/**
 * Takes in the province's list of staples, in the order in which they are shown. The same list again changes nothing.
 * @param pictures by the name in the column `gambar`
 * @throws NotLoggedIn, NotAllowed for anyone but an officer of the province or the program itself
 */
export async function importStaples(
  actor: Actor,
  db: Db,
  rows: SheetRows,
  { pictures }: { pictures: ReadonlyMap<string, SheetPicture> },
): Promise<ImportReport> {
  if (officeRegency(actor) !== null) throw new NotAllowed();
  const report = emptyReport();
  const seen = new Map<string, number>();
  for await (const batch of readInBatches(rows, StapleRow)) {
    const records = batch.rows.flatMap(({ row, value }) => {
      const before = seen.get(value.kunci);
      if (before !== undefined) {
        batch.wrong.push({ row, column: "kunci", message: `Kunci ini sudah ada di baris ${before}.` });
        return [];
      }
      seen.set(value.kunci, row);
      if (value.gambar && !pictures.has(value.gambar)) {
        batch.wrong.push({
          row,
          column: "gambar",
          message: `Gambar "${value.gambar}" tidak ikut diunggah.`,
        });
        return [];
      }
      return [
        {
          key: value.kunci,
          name: value.nama,
          unit: value.satuan,
          weight_grams: value.berat_gram,
          group_name: value.golongan,
          ceiling_price: value.harga_acuan,
          ceiling_basis: value.dasar_acuan || null,
          media_id: pictures.get(value.gambar)?.mediaId ?? null,
          position: seen.size,
        },
      ];
    });
    await takeBatch(db, { pass: WHOLE_SHEET, batch, report }, async (tx) => {
      await lockImport(tx, "staple");
      const written = await upsertStaples(tx, records);
      const added = written.filter((row) => row.inserted).length;
      if (written.length > 0) {
        await enqueue(tx, "index-staples", {});
        await announce(tx, "catalogue");
      }
      return { new: added, changed: written.length - added, same: records.length - written.length };
    });
  }
  return report;
}
