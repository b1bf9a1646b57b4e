import type { Db } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import {
  insertStaplePrices,
  listStapleKeys,
  listStaplePrices,
  type StaplePriceRecord,
} from "#db/queries/staple-import.ts";
import {
  emptyReport,
  type ImportReport,
  type ReadRow,
  readInBatches,
  type SheetRows,
  type WrongCell,
} from "../../lib/import-rows.ts";
import { rupiah } from "../../lib/rupiah.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { loadResolver } from "../regions/load-resolver.server.ts";
import type { RegionResolver } from "../regions/resolve-village.ts";
import { StaplePriceRow } from "./staple-price-row.ts";

type Priced = { readonly row: number; readonly record: StaplePriceRecord };

const keyOf = (record: StaplePriceRecord) =>
  `${record.staple_id}/${record.regency_code}/${record.valid_from}`;

function place(
  batch: readonly ReadRow<StaplePriceRow>[],
  staples: ReadonlyMap<string, number>,
  resolver: RegionResolver,
  office: string | null,
  wrong: WrongCell[],
): Priced[] {
  return batch.flatMap(({ row, value }): Priced[] => {
    const stapleId = staples.get(value.sembako);
    if (stapleId === undefined) {
      wrong.push({
        row,
        column: "sembako",
        message: `Sembako "${value.sembako}" tidak ada dalam daftar provinsi.`,
      });
      return [];
    }
    const regency = resolver.regency(value.kabupaten);
    if (!("found" in regency)) {
      wrong.push({ row, ...regency });
      return [];
    }
    const { regencyCode } = regency.found;
    if (office !== null && office !== regencyCode) {
      wrong.push({ row, column: "kabupaten", message: `${regency.found.regency} bukan wilayah dinas Anda.` });
      return [];
    }
    const record = {
      staple_id: stapleId,
      regency_code: regencyCode,
      valid_from: value.berlaku_mulai,
      price: value.harga,
    };
    return [{ row, record }];
  });
}

/**
 * Takes in prices of staples, each for a regency from a day on, in whole rupiah. Prices are history: one that was set
 * for a day is not set differently for the same day, a new price needs a new day.
 * @throws NotLoggedIn, NotAllowed for anyone but an officer or the program itself
 */
export async function importStaplePrices(actor: Actor, db: Db, rows: SheetRows): Promise<ImportReport> {
  const office = officeRegency(actor);
  const setBy = actor.kind === "person" ? actor.accountId : null;
  const resolver = await loadResolver(db);
  const staples = new Map((await listStapleKeys(db)).map((row) => [row.key, row.id]));
  const report = emptyReport();
  for await (const batch of readInBatches(rows, StaplePriceRow, report.wrong)) {
    const placed = place(batch, staples, resolver, office, report.wrong);
    await db.transaction().execute(async (tx) => {
      await lockImport(tx, "staple");
      const onRecord = await listStaplePrices(
        tx,
        placed.map((row) => row.record),
      );
      const known = new Map(onRecord.map((record) => [keyOf(record), record.price]));
      const fresh: StaplePriceRecord[] = [];
      for (const { row, record } of placed) {
        const price = known.get(keyOf(record));
        if (price === undefined) {
          fresh.push(record);
          known.set(keyOf(record), record.price);
        } else if (price === record.price) report.same++;
        else {
          const message = `Untuk tanggal ini sudah tercatat ${rupiah(price)}. Beri tanggal mulai yang baru.`;
          report.wrong.push({ row, column: "harga", message });
        }
      }
      report.new += await insertStaplePrices(tx, fresh, setBy);
      if (fresh.length > 0) await announce(tx, "catalogue");
    });
  }
  return report;
}
