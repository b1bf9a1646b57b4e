import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import { listStapleKeys } from "#db/queries/staple-import.ts";
import { listWarungByName, upsertAvailabilities } from "#db/queries/warung-import.ts";
import {
  emptyReport,
  type ImportReport,
  readInBatches,
  type SheetRows,
  textCell,
} from "../../lib/import-rows.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { loadResolver } from "../regions/load-resolver.server.ts";
import { takeBatch, WHOLE_SHEET } from "../sheets/take-batch.server.ts";
import { AVAILABILITIES } from "./set-staple-availability.server.ts";

/** What one warung has of one staple. */
const AvailabilityRow = z.object({
  nama_warung: textCell("Nama warung", 120),
  desa: textCell("Desa/kelurahan"),
  kecamatan: textCell("Kecamatan"),
  kabupaten: textCell("Kabupaten/kota"),
  sembako: textCell("Sembako", 60),
  ketersediaan: z.enum(AVAILABILITIES, { error: "Ketersediaan harus ada, sedikit atau habis." }),
});

/**
 * Takes in what warung have of staples, one row per warung and staple. The same sheet again changes nothing.
 * @throws NotLoggedIn, NotAllowed for anyone but an officer or the program itself
 */
export async function importStapleAvailability(actor: Actor, db: Db, rows: SheetRows): Promise<ImportReport> {
  const office = officeRegency(actor);
  const resolver = await loadResolver(db);
  const staples = new Map((await listStapleKeys(db)).map((row) => [row.key, row.id]));
  const report = emptyReport();
  const nameOf = (row: z.infer<typeof AvailabilityRow>) => `${row.nama_warung}/${row.desa}/${row.kecamatan}`;
  for await (const batch of readInBatches(rows, AvailabilityRow, nameOf)) {
    const placed = batch.rows.flatMap(({ row, value }) => {
      const stapleId = staples.get(value.sembako);
      const village = resolver.village(value);
      if (!("found" in village)) batch.wrong.push({ row, ...village });
      else if (office !== null && office !== village.found.regencyCode) {
        batch.wrong.push({ row, column: "kabupaten", message: "Bukan wilayah dinas Anda." });
      } else if (stapleId === undefined) {
        batch.wrong.push({ row, column: "sembako", message: `Sembako "${value.sembako}" tidak ada.` });
      } else return [{ row, value, stapleId, villageCode: village.found.code }];
      return [];
    });
    await takeBatch(db, { pass: WHOLE_SHEET, batch, report }, async (tx) => {
      const keyOf = (code: string, name: string) => `${code}/${name.toLowerCase()}`;
      const wanted = new Map(
        placed.map(({ value, villageCode }) => [
          keyOf(villageCode, value.nama_warung),
          { village_code: villageCode, name: value.nama_warung },
        ]),
      );
      const known = await listWarungByName(tx, [...wanted.values()]);
      const ids = new Map(known.map((row) => [keyOf(row.village_code, row.name), row.id]));
      // The last row about a warung and a staple is the one that holds.
      const records = new Map<string, { warung_id: number; staple_id: number; availability: string }>();
      for (const { row, value, stapleId, villageCode } of placed) {
        const id = ids.get(keyOf(villageCode, value.nama_warung));
        if (id === undefined) {
          batch.wrong.push({
            row,
            column: "nama_warung",
            message: "Warung ini belum terdaftar di desa itu.",
          });
          continue;
        }
        const record = { warung_id: id, staple_id: stapleId, availability: value.ketersediaan };
        records.set(`${id}/${stapleId}`, record);
      }
      const { added, changed } = await upsertAvailabilities(tx, [...records.values()]);
      if (added + changed > 0) await announce(tx, "catalogue");
      return { new: added, changed, same: records.size - added - changed };
    });
  }
  return report;
}
