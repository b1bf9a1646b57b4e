import type { Db, Tx } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { listNamedVillages } from "#db/queries/region-import.ts";
import {
  listTakenWarungSlugs,
  listWarungByName,
  replaceFees,
  replaceHours,
  replaceServiceVillages,
  upsertWarung,
  type WarungRecord,
} from "#db/queries/warung-import.ts";
import { metresBetween, type Point } from "../../lib/distance.ts";
import { NotAllowed } from "../../lib/errors.ts";
import { slugCandidates, takeFreeSlug } from "../../lib/free-slug.ts";
import {
  emptyReport,
  FirstRows,
  type ImportReport,
  type ReadRow,
  readInBatches,
  type SheetRows,
  type WrongCell,
} from "../../lib/import-rows.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { type NamedVillage, type RegionResolver, regionResolver } from "../regions/resolve-village.ts";
import {
  type ImportPass,
  type Outcome,
  rowsWritten,
  takeBatch,
  WHOLE_SHEET,
} from "../sheets/take-batch.server.ts";
import { WarungRow } from "./warung-row.ts";

type WarungStatus = "nominated" | "designated" | "ready";
type Placed = { readonly row: number; readonly value: WarungRow; readonly village: NamedVillage };
type Reader = {
  readonly resolver: RegionResolver;
  readonly points: ReadonlyMap<string, Point>;
  readonly office: string | null;
  readonly status: WarungStatus;
  /** village and name of the rows so far */
  readonly first: FirstRows;
};

const keyOf = (villageCode: string, name: string) => `${villageCode}/${name.toLowerCase()}`;

/** Where a row's warung stands, or what is wrong with it. */
function place({ row, value }: ReadRow<WarungRow>, reader: Reader): NamedVillage | Omit<WrongCell, "row"> {
  const village = reader.resolver.village(value);
  if (!("found" in village)) return village;
  const { code, regencyCode, regency } = village.found;
  if (reader.office !== null && reader.office !== regencyCode) {
    return { column: "kabupaten", message: `${regency} bukan wilayah dinas Anda.` };
  }
  const unknown = value.desa_layanan.find((other) => !reader.points.has(other));
  if (unknown) return { column: "desa_layanan", message: `Tidak ada desa dengan kode ${unknown}.` };
  if (reader.status !== "nominated" && value.no_sk === null) {
    return { column: "no_sk", message: "Nomor SK penetapan belum diisi." };
  }
  const keys = [keyOf(code, value.nama_warung)];
  const before = reader.first.find(keys);
  if (before !== undefined)
    return { column: "nama_warung", message: `Warung ini sudah ada di baris ${before}.` };
  reader.first.remember(keys, row);
  return village.found;
}

async function records(tx: Tx, rows: readonly Placed[], status: WarungStatus): Promise<WarungRecord[]> {
  const names = rows.map(({ value, village }) => ({ village_code: village.code, name: value.nama_warung }));
  const known = new Set((await listWarungByName(tx, names)).map((row) => keyOf(row.village_code, row.name)));
  const candidates = rows.map(({ value, village }) =>
    slugCandidates(value.nama_warung, `${village.name} ${village.district}`, village.code),
  );
  const taken = new Set(await listTakenWarungSlugs(tx, candidates.flat()));
  return rows.map(({ value, village }, i) => ({
    // A known warung keeps the address it has; this one is not written.
    slug: known.has(keyOf(village.code, value.nama_warung))
      ? `warung-${i}`
      : takeFreeSlug(candidates[i]!, taken),
    name: value.nama_warung,
    keeper_name: value.nama_pemilik,
    mobile: value.no_hp!,
    address: value.alamat,
    rt: value.rt,
    rw: value.rw,
    village_code: village.code,
    district_code: village.districtCode,
    regency_code: village.regencyCode,
    latitude: value.lintang,
    longitude: value.bujur,
    status,
    decree_number: value.no_sk,
    window_capacity: value.kapasitas,
  }));
}

/** Monday comes first in the sheet; the database counts from Sunday, 0. */
function weekOf(value: WarungRow) {
  const { jam_minggu, jam_senin, jam_selasa, jam_rabu, jam_kamis, jam_jumat, jam_sabtu } = value;
  return [jam_minggu, jam_senin, jam_selasa, jam_rabu, jam_kamis, jam_jumat, jam_sabtu].flatMap(
    (hours, weekday) => (hours ? [{ weekday, ...hours }] : []),
  );
}

/** Metres from the warung to the middle of a village; null when nobody has measured where the warung is. */
function distanceTo(value: WarungRow, point: Point): number | null {
  if (value.lintang === null || value.bujur === null) return null;
  return Math.round(metresBetween({ latitude: value.lintang, longitude: value.bujur }, point));
}

/** Writes warung with hours, villages and fees. */
async function write(tx: Tx, rows: readonly Placed[], reader: Reader): Promise<Outcome> {
  const warung = await records(tx, rows, reader.status);
  const written = await upsertWarung(tx, warung);
  const ids = new Map(
    (await listWarungByName(tx, warung)).map((row) => [keyOf(row.village_code, row.name), row.id]),
  );
  const withId = rows.map(({ row, value, village }) => ({
    row,
    value,
    warung_id: ids.get(keyOf(village.code, value.nama_warung))!,
  }));
  const all = withId.map((row) => row.warung_id);
  const hours = withId.flatMap(({ warung_id, value }) => weekOf(value).map((day) => ({ warung_id, ...day })));
  const villages = withId.flatMap(({ warung_id, value }) =>
    value.desa_layanan.map((code) => ({
      warung_id,
      village_code: code,
      distance_m: distanceTo(value, reader.points.get(code)!),
    })),
  );
  const fees = withId.flatMap(({ warung_id, value }) => value.tarif.map((step) => ({ warung_id, ...step })));
  const touched = new Set([
    ...written.map((row) => row.id),
    ...(await replaceHours(tx, all, hours)),
    ...(await replaceServiceVillages(tx, all, villages)),
    ...(await replaceFees(tx, all, fees)),
  ]);
  const added = new Set(written.filter((row) => row.inserted).map((row) => row.id));
  if (touched.size > 0) await announce(tx, "catalogue");
  return {
    new: added.size,
    changed: touched.size - added.size,
    same: rows.length - touched.size,
    samples: withId
      .filter(({ warung_id }) => touched.has(warung_id))
      .map(({ row, value, warung_id }) => ({
        row,
        outcome: added.has(warung_id) ? "new" : "changed",
        name: value.nama_warung,
        changes: [],
      })),
  };
}

/**
 * Takes in a spreadsheet of warung with their hours (WIB), service villages and fees (rupiah by kilometres). New ones
 * get `status`; a known one (same village and name) is brought up to date and keeps its status. The same sheet again
 * changes nothing. A regency's office nominates; only the province designates.
 * @throws NotLoggedIn, NotAllowed
 */
export async function importWarung(
  actor: Actor,
  db: Db,
  rows: SheetRows,
  { status }: { status: WarungStatus },
  pass: ImportPass = WHOLE_SHEET,
): Promise<ImportReport> {
  const office = officeRegency(actor);
  if (office !== null && status !== "nominated") throw new NotAllowed();
  const villages = await listNamedVillages(db);
  const points = new Map(villages.map((village) => [village.code, village]));
  const first = new FirstRows();
  const reader: Reader = { resolver: regionResolver(villages), points, office, status, first };
  const report = emptyReport();
  for await (const batch of readInBatches(rows, WarungRow)) {
    const placed = batch.rows.flatMap((read): Placed[] => {
      const found = place(read, reader);
      if ("code" in found) return [{ ...read, village: found }];
      batch.wrong.push({ row: read.row, ...found });
      return [];
    });
    if (rowsWritten(pass, batch, placed)) continue;
    await takeBatch(db, { pass, batch, report }, async (tx) => {
      await lockImport(tx, "warung");
      return write(tx, placed, reader);
    });
  }
  return report;
}
