import type { Db, Tx } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { listCategoryNames } from "#db/queries/product-import.ts";
import {
  insertUmkm,
  type KnownUmkm,
  listKnownUmkm,
  listProductsOfUmkm,
  listTakenUmkmSlugs,
  type NewUmkm,
  type UmkmFields,
  updateUmkm,
} from "#db/queries/umkm-import.ts";
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
import { fingerprint } from "../../lib/secret.server.ts";
import { seal } from "../../lib/secret-box.server.ts";
import { slugify } from "../../lib/slug.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { loadResolver } from "../regions/load-resolver.server.ts";
import type { NamedVillage, RegionResolver } from "../regions/resolve-village.ts";
import {
  type ImportPass,
  type Outcome,
  rowsWritten,
  type Sample,
  takeBatch,
  WHOLE_SHEET,
} from "../sheets/take-batch.server.ts";
import { compareUmkm } from "./compare-umkm.ts";
import { keysOf, Register, type UmkmKeys } from "./match-umkm.ts";
import { UmkmRow } from "./umkm-row.ts";

export type UmkmImport = {
  /** of new businesses; one without NIB is a draft in any case */
  readonly status: "draft" | "submitted" | "verified";
  /** the day (WIB) and source of the figures of affected businesses in this sheet */
  readonly countedOn?: string | undefined;
  readonly countSource?: string | undefined;
};

type Reader = {
  readonly resolver: RegionResolver;
  /** slug by slug and by name */
  readonly categories: ReadonlyMap<string, string>;
  readonly office: string | null;
  readonly options: UmkmImport;
};

type Placed = {
  readonly row: number;
  readonly value: UmkmRow;
  readonly village: NamedVillage;
  readonly category: string | null;
  readonly keys: UmkmKeys & { readonly nikBytes: Buffer | null };
};

function read({ row, value }: ReadRow<UmkmRow>, reader: Reader): Placed | WrongCell {
  const place = reader.resolver.village(value);
  if (!("found" in place)) return { row, ...place };
  const village = place.found;
  if (reader.office !== null && reader.office !== village.regencyCode)
    return { row, column: "kabupaten", message: `${village.regency} bukan wilayah dinas Anda.` };
  const category = value.kategori && reader.categories.get(slugify(value.kategori));
  if (category === undefined)
    return { row, column: "kategori", message: `Kategori "${value.kategori}" tidak ada.` };
  const nikBytes = value.nik === null ? null : fingerprint("nik", value.nik);
  const nik = nikBytes?.toString("base64") ?? null;
  const keys = { nib: value.nib, nik, name: value.nama_usaha, mobile: value.no_hp!, nikBytes };
  return { row, value, village, category, keys };
}

function fieldsOf({ value, village, category, keys }: Placed, options: UmkmImport): UmkmFields {
  const isCounted = value.omzet_sebelum !== null || value.omzet_sekarang !== null || value.terdampak !== null;
  return {
    kind: value.jenis!,
    name: value.nama_usaha,
    nib: value.nib,
    owner_name: value.nama_pemilik,
    nik_fingerprint: keys.nik,
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
    category_slug: category,
    income_before: value.omzet_sebelum,
    income_now: value.omzet_sekarang,
    affected: value.terdampak,
    counted_on: isCounted ? (options.countedOn ?? null) : null,
    count_source: isCounted ? (options.countSource ?? null) : null,
  };
}

const sealed = ({ value }: Placed) => ({
  nik_sealed: value.nik && seal("nik", value.nik).toString("base64"),
});

type Sorted = {
  readonly fresh: Placed[];
  readonly known: { readonly placed: Placed; readonly now: KnownUmkm }[];
};

/** Which rows are new businesses and which are known; what contradicts the record or an earlier row is told. */
async function sort(
  tx: Tx,
  rows: readonly Placed[],
  first: FirstRows,
  { office }: Reader,
  wrong: WrongCell[],
): Promise<Sorted> {
  const onRecord = await listKnownUmkm(tx, {
    nibs: rows.flatMap(({ keys }) => keys.nib ?? []),
    niks: rows.flatMap(({ keys }) => keys.nikBytes ?? []),
    mobiles: rows.map(({ keys }) => keys.mobile),
  });
  const register = new Register(onRecord.map((now) => ({ ...now, nik: now.nik_fingerprint })));
  const sorted: Sorted = { fresh: [], known: [] };
  for (const placed of rows) {
    const { row, keys } = placed;
    const match = register.match(keys);
    if (!("known" in match)) {
      wrong.push({ row, ...match });
      continue;
    }
    const { known } = match;
    if (known && office !== null && known.regency_code !== office) {
      wrong.push({ row, column: "nib", message: "Usaha ini tercatat di kabupaten/kota lain." });
      continue;
    }
    const all = [...keysOf(keys), ...(known ? [`id:${known.id}`] : [])];
    const before = first.find(all);
    if (before !== undefined) {
      const column = keys.nib === null ? "nama_usaha" : "nib";
      wrong.push({ row, column, message: `Usaha ini sudah ada di baris ${before}.` });
      continue;
    }
    first.remember(all, row);
    if (known) sorted.known.push({ placed, now: known });
    else sorted.fresh.push(placed);
  }
  return sorted;
}

async function newRecords(tx: Tx, rows: readonly Placed[], options: UmkmImport): Promise<NewUmkm[]> {
  const candidates = rows.map(({ value, village, keys }) =>
    slugCandidates(
      value.nama_usaha,
      village.district,
      value.nib ?? `${village.code}-${keys.mobile.slice(-9)}`,
    ),
  );
  const taken = new Set(await listTakenUmkmSlugs(tx, candidates.flat()));
  return rows.map((placed, i) => ({
    ...fieldsOf(placed, options),
    ...sealed(placed),
    slug: takeFreeSlug(candidates[i]!, taken),
    status: placed.value.nib === null ? "draft" : options.status,
  }));
}

async function write(actor: Actor, tx: Tx, sorted: Sorted, { options }: Reader): Promise<Outcome> {
  const by = {
    kind: actor.kind === "system" ? "system" : "officer",
    name: actor.kind === "guest" ? "" : actor.name,
  } as const;
  await insertUmkm(tx, await newRecords(tx, sorted.fresh, options), by);
  const changed = sorted.known.flatMap(({ placed, now }) => {
    const fields = fieldsOf(placed, options);
    const changes = compareUmkm(now, fields);
    return changes.length > 0
      ? [{ placed, changes, record: { ...fields, ...sealed(placed), id: now.id } }]
      : [];
  });
  await updateUmkm(
    tx,
    changed.map(({ record }) => record),
  );
  if (changed.length > 0) {
    const productIds = await listProductsOfUmkm(
      tx,
      changed.map(({ record }) => record.id),
    );
    if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
  }
  const sample = (outcome: Sample["outcome"], { row, value }: Placed, changes: string[]): Sample => ({
    ...{ row, outcome, name: value.nama_usaha, changes },
  });
  return {
    new: sorted.fresh.length,
    changed: changed.length,
    same: sorted.known.length - changed.length,
    samples: [
      ...sorted.fresh.map((placed) => sample("new", placed, [])),
      ...changed.map(({ placed, changes }) => sample("changed", placed, changes)),
    ],
  };
}

/**
 * Takes in a regency's spreadsheet of UMKM and cooperatives. A known one (same NIB, NIK, or number and name) is brought
 * up to date and keeps its status and whatever the sheet leaves empty. The same sheet again changes nothing. Wrong rows
 * are reported and left out; messages never repeat a NIK.
 * @throws NotLoggedIn, NotAllowed for anyone but an officer or the program itself
 */
export async function importUmkm(
  actor: Actor,
  db: Db,
  rows: SheetRows,
  options: UmkmImport,
  pass: ImportPass = WHOLE_SHEET,
): Promise<ImportReport> {
  const office = officeRegency(actor);
  const categories = new Map(
    (await listCategoryNames(db)).flatMap(({ slug, name }) => [
      [slug, slug],
      [slugify(name), slug],
    ]),
  );
  const reader: Reader = { resolver: await loadResolver(db), categories, office, options };
  const report = emptyReport();
  const first = new FirstRows();
  for await (const batch of readInBatches(rows, UmkmRow)) {
    const placed: Placed[] = [];
    for (const readRow of batch.rows) {
      const one = read(readRow, reader);
      if ("message" in one) batch.wrong.push(one);
      else placed.push(one);
    }
    const before = rowsWritten(pass, batch, placed);
    if (before) {
      for (const { row, keys } of before) first.remember(keysOf(keys), row);
      continue;
    }
    await takeBatch(db, { pass, batch, report }, async (tx) => {
      await lockImport(tx, "umkm");
      return write(actor, tx, await sort(tx, placed, first, reader, batch.wrong), reader);
    });
  }
  return report;
}
