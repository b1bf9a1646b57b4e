import type { Db, Tx } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import {
  listTakenUmkmSlugs,
  listUmkmByNib,
  listUmkmByNik,
  refreshProductsOfUmkm,
  type UmkmRecord,
  upsertUmkm,
} from "#db/queries/umkm-import.ts";
import { slugCandidates, takeFreeSlug } from "../../lib/free-slug.ts";
import {
  emptyReport,
  type ImportReport,
  type ReadRow,
  readInBatches,
  type SheetRows,
  type WrongCell,
} from "../../lib/import-rows.ts";
import { fingerprint } from "../../lib/secret.server.ts";
import { seal } from "../../lib/secret-box.server.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { loadResolver } from "../regions/load-resolver.server.ts";
import type { NamedVillage, RegionResolver } from "../regions/resolve-village.ts";
import { UmkmRow } from "./umkm-row.ts";

type Placed = {
  readonly row: number;
  readonly value: UmkmRow;
  readonly village: NamedVillage;
  readonly nik: string | null;
};

/** Rows with a village of this office. */
function place(
  batch: readonly ReadRow<UmkmRow>[],
  resolver: RegionResolver,
  office: string | null,
  wrong: WrongCell[],
): Placed[] {
  return batch.flatMap(({ row, value }): Placed[] => {
    const place = resolver.village(value);
    if (!("found" in place)) {
      wrong.push({ row, ...place });
      return [];
    }
    const village = place.found;
    if (office !== null && office !== village.regencyCode) {
      wrong.push({ row, column: "kabupaten", message: `${village.regency} bukan wilayah dinas Anda.` });
      return [];
    }
    return [{ row, value, village, nik: value.nik && fingerprint("nik", value.nik).toString("base64") }];
  });
}

/** One person, one business: leaves out rows whose NIK belongs to another NIB, in the sheet or on record. */
async function keepOwnNik(tx: Tx, rows: readonly Placed[], wrong: WrongCell[]): Promise<Placed[]> {
  const onRecord = await listUmkmByNik(
    tx,
    rows.flatMap((row) => row.nik ?? []),
  );
  const holder = new Map(onRecord.map((row) => [row.fingerprint, row.nib]));
  return rows.filter(({ row, value, nik }) => {
    if (nik === null) return true;
    const nib = holder.get(nik) ?? value.nib;
    holder.set(nik, nib);
    if (nib === value.nib) return true;
    wrong.push({ row, column: "nik", message: `NIK ini sudah dipakai usaha dengan NIB ${nib}.` });
    return false;
  });
}

/** A known NIB of another regency is not this office's to change. */
async function keepOwnNib(
  tx: Tx,
  rows: readonly Placed[],
  office: string | null,
  wrong: WrongCell[],
): Promise<Placed[]> {
  if (office === null) return [...rows];
  const known = await listUmkmByNib(
    tx,
    rows.map((row) => row.value.nib),
  );
  const elsewhere = new Set(known.filter((row) => row.regency_code !== office).map((row) => row.nib));
  return rows.filter(({ row, value }) => {
    if (!elsewhere.has(value.nib)) return true;
    wrong.push({ row, column: "nib", message: "Usaha ini tercatat di kabupaten/kota lain." });
    return false;
  });
}

/** Of rows with the same NIB the first that is right holds; `seen` remembers them for the whole sheet. */
function keepFirst(rows: readonly Placed[], seen: Map<string, number>, wrong: WrongCell[]): Placed[] {
  return rows.filter(({ row, value }) => {
    const before = seen.get(value.nib);
    if (before === undefined) seen.set(value.nib, row);
    else wrong.push({ row, column: "nib", message: `NIB ini sudah ada di baris ${before}.` });
    return before === undefined;
  });
}

async function withSlugs(tx: Tx, rows: readonly Placed[], status: string): Promise<UmkmRecord[]> {
  const candidates = rows.map(({ value, village }) =>
    slugCandidates(value.nama_usaha, village.district, value.nib),
  );
  const taken = new Set(await listTakenUmkmSlugs(tx, candidates.flat()));
  // A business that is known keeps its own address; it must not be offered a second one, nor block the others.
  const known = new Set(
    (
      await listUmkmByNib(
        tx,
        rows.map((row) => row.value.nib),
      )
    ).map((row) => row.nib),
  );
  return rows.map(({ value, village, nik }, i) => ({
    slug: known.has(value.nib) ? `nib-${value.nib}` : takeFreeSlug(candidates[i]!, taken),
    kind: value.jenis!,
    name: value.nama_usaha,
    status,
    nib: value.nib,
    owner_name: value.nama_pemilik,
    nik_sealed: value.nik && seal("nik", value.nik).toString("base64"),
    nik_fingerprint: nik,
    mobile: value.no_hp!,
    address: value.alamat,
    rt: value.rt,
    rw: value.rw,
    village_code: village.code,
    district_code: village.districtCode,
    regency_code: village.regencyCode,
    kbli: value.kbli,
    pirt: value.pirt,
    halal: value.halal,
    bpom: value.bpom,
  }));
}

/**
 * Takes in a regency's spreadsheet of UMKM and cooperatives. New ones get `status`; a known one (same NIB) is brought up
 * to date and keeps its status. The same sheet again changes nothing. Wrong rows are reported and left out.
 * @throws NotLoggedIn, NotAllowed for anyone but an officer or the program itself
 */
export async function importUmkm(
  actor: Actor,
  db: Db,
  rows: SheetRows,
  { status }: { status: "draft" | "submitted" | "verified" },
): Promise<ImportReport> {
  const office = officeRegency(actor);
  const resolver = await loadResolver(db);
  const report = emptyReport();
  const seen = new Map<string, number>();
  for await (const batch of readInBatches(rows, UmkmRow, report.wrong)) {
    const placed = place(batch, resolver, office, report.wrong);
    await db.transaction().execute(async (tx) => {
      await lockImport(tx, "umkm");
      const ownNik = await keepOwnNik(tx, placed, report.wrong);
      const own = keepFirst(await keepOwnNib(tx, ownNik, office, report.wrong), seen, report.wrong);
      const written = await upsertUmkm(tx, await withSlugs(tx, own, status));
      const added = written.filter((row) => row.inserted).length;
      const changed = written.filter((row) => !row.inserted).map((row) => row.id);
      const productIds = changed.length > 0 ? await refreshProductsOfUmkm(tx, changed) : [];
      if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
      report.new += added;
      report.changed += written.length - added;
      report.same += own.length - written.length;
    });
  }
  return report;
}
