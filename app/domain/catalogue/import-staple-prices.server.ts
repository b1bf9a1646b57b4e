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
import {
  type ImportPass,
  rowsWritten,
  type Sample,
  takeBatch,
  WHOLE_SHEET,
} from "../sheets/take-batch.server.ts";
import { StaplePriceRow } from "./staple-price-row.ts";

type Priced = { readonly row: number; readonly record: StaplePriceRecord; readonly name: string };

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
    return [{ row, record, name: `${value.sembako}, ${regency.found.regency}: ${rupiah(value.harga)}` }];
  });
}

/**
 * Takes in prices of staples, each for a regency from a day on, in whole rupiah. Prices are history: one that was set
 * for a day is not set differently for the same day, a new price needs a new day.
 * @throws NotLoggedIn, NotAllowed for anyone but an officer or the program itself
 */
export async function importStaplePrices(
  actor: Actor,
  db: Db,
  rows: SheetRows,
  pass: ImportPass = WHOLE_SHEET,
): Promise<ImportReport> {
  const office = officeRegency(actor);
  const setBy = actor.kind === "person" ? actor.accountId : null;
  const resolver = await loadResolver(db);
  const staples = new Map((await listStapleKeys(db)).map((row) => [row.key, row.id]));
  const report = emptyReport();
  // Prices of this sheet so far: in a rehearsal the database does not know them.
  const taken = new Map<string, number>();
  for await (const batch of readInBatches(rows, StaplePriceRow)) {
    const placed = place(batch.rows, staples, resolver, office, batch.wrong);
    const before = rowsWritten(pass, batch, placed);
    if (before) {
      for (const { record } of before) taken.set(keyOf(record), record.price);
      continue;
    }
    await takeBatch(db, { pass, batch, report }, async (tx) => {
      await lockImport(tx, "staple");
      const records = placed.map(({ record }) => record);
      for (const record of await listStaplePrices(tx, records)) taken.set(keyOf(record), record.price);
      const fresh: StaplePriceRecord[] = [];
      const samples: Sample[] = [];
      let same = 0;
      for (const { row, record, name } of placed) {
        const price = taken.get(keyOf(record));
        if (price === undefined) {
          fresh.push(record);
          samples.push({ row, outcome: "new", name, changes: [] });
          taken.set(keyOf(record), record.price);
        } else if (price === record.price) same++;
        else {
          const message = `Untuk tanggal ini sudah tercatat ${rupiah(price)}. Beri tanggal mulai yang baru.`;
          batch.wrong.push({ row, column: "harga", message });
        }
      }
      const added = await insertStaplePrices(tx, fresh, setBy);
      if (fresh.length > 0) await announce(tx, "catalogue");
      return { new: added, changed: 0, same, samples };
    });
  }
  return report;
}
