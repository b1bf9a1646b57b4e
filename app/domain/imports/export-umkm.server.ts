import type { Db } from "#db/client.server.ts";
import { countExportRows, type ExportRow, findExportRows } from "#db/queries/affected.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { mobileText } from "../../lib/mobile.ts";
import { open } from "../../lib/secret-box.server.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { listRegencies } from "../regions/list-regencies.server.ts";
import { harmless } from "../sheets/harmless.ts";
import { SHEET_MIME, type SheetFile, writeSheet } from "../sheets/write-sheet.server.ts";
import { maskNumber } from "../umkm/identity-numbers.ts";
import { UMKM_LABEL, type UmkmStatus } from "../umkm/umkm-status.ts";

const BATCH = 1_000;

const HEADER = [
  "nama_usaha",
  "jenis",
  "nama_pemilik",
  "nik",
  "nib",
  "no_hp",
  "alamat",
  "desa",
  "kecamatan",
  "kabupaten",
  "kbli",
  "kategori",
  "status",
  "omzet_sebelum",
  "omzet_sekarang",
  "terdampak",
  "tanggal_pendataan",
  "sumber_pendataan",
] as const;

type Value = string | number | null;

function cells(row: ExportRow): Value[] {
  return [
    row.name,
    row.kind,
    row.owner_name,
    row.nik_sealed ? maskNumber(open("nik", row.nik_sealed)) : "",
    row.nib ?? "",
    mobileText(row.mobile),
    row.address,
    row.village,
    row.district,
    row.regency,
    row.kbli ?? "",
    row.category ?? "",
    UMKM_LABEL[row.status as UmkmStatus],
    row.income_before,
    row.income_now,
    row.affected === null ? "" : row.affected ? "ya" : "tidak",
    row.counted_on ?? "",
    row.count_source ?? "",
  ];
}

async function* rowsOf(db: Db, regencyCode: string | null, type: "csv" | "xlsx"): AsyncGenerator<Value[]> {
  yield [...HEADER];
  for (let afterId = 0; ; ) {
    const rows = await findExportRows(db, { regencyCode, afterId, limit: BATCH });
    for (const row of rows) yield type === "csv" ? cells(row).map(harmless) : cells(row);
    if (rows.length < BATCH) return;
    afterId = rows.at(-1)!.id;
  }
}

/**
 * The businesses on record as a spreadsheet, piece by piece: those of an officer's regency, or for the province all or
 * those of `regencyCode`. NIK show only their ends. Who took it is on record before the first piece.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound for a regency that is none, SecondFactorNeeded
 */
export async function exportUmkm(
  actor: Actor,
  db: Db,
  { type, regencyCode }: { type: "csv" | "xlsx"; regencyCode: string | undefined },
): Promise<SheetFile> {
  const code = regencyCode ?? asOfficer(actor).regencyCode;
  if (code !== null) {
    if (!(await listRegencies(db)).some((regency) => regency.code === code)) throw new NotFound("halaman");
    requireOfficerOf(actor, code);
  }
  const rows = await countExportRows(db, code);
  await db.transaction().execute((tx) =>
    recordAudit(tx, actor, {
      action: "export.read",
      thing: "export",
      key: `umkm.${type}`,
      name: "Data UMKM dan koperasi",
      regencyCode: code,
      detail: { format: type.toUpperCase(), rows },
    }),
  );
  return {
    name: `data-umkm-${dateWib(now())}.${type}`,
    mime: SHEET_MIME[type],
    bytes: writeSheet(rowsOf(db, code, type), { type }),
  };
}
