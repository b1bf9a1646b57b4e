import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type LockedUmkm = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly owner_name: string;
  readonly mobile: string;
  readonly regency_code: string;
};

/** A business by its id or its address, locked for the rest of the transaction. */
export async function lockUmkm(
  tx: Tx,
  of: { readonly id: number } | { readonly slug: string },
): Promise<LockedUmkm | undefined> {
  const query = tx
    .selectFrom("umkm")
    .select(["id", "slug", "name", "status", "owner_name", "mobile", "regency_code"])
    .forNoKeyUpdate();
  return ("id" in of ? query.where("id", "=", of.id) : query.where("slug", "=", of.slug)).executeTakeFirst();
}

export type UmkmPatch = {
  readonly submittedAt?: Date;
  readonly verifiedAt?: Date;
  readonly returnedReason?: string | null;
  /** keys of `application-checklist.ts` */
  readonly returnedPoints?: readonly string[];
  readonly suspendedReason?: string | null;
};

/** Compare-and-set of a business's state. @returns false when it was not in `from` */
export async function updateUmkmStatus(
  tx: Tx,
  umkmId: number,
  from: string,
  to: string,
  patch: UmkmPatch,
): Promise<boolean> {
  const result = await tx
    .updateTable("umkm")
    .set({
      status: to,
      ...(patch.submittedAt && { submitted_at: patch.submittedAt }),
      ...(patch.verifiedAt && { verified_at: patch.verifiedAt }),
      ...(patch.returnedReason !== undefined && { returned_reason: patch.returnedReason }),
      ...(patch.returnedPoints && { returned_points: [...patch.returnedPoints] }),
      ...(patch.suspendedReason !== undefined && { suspended_reason: patch.suspendedReason }),
    })
    .where("id", "=", umkmId)
    .where("status", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertUmkmEvent(
  tx: Tx,
  event: {
    readonly umkmId: number;
    readonly kind: string;
    readonly actorKind: string;
    readonly actorName: string;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await tx
    .insertInto("umkm_event")
    .values({
      umkm_id: event.umkmId,
      kind: event.kind,
      actor_kind: event.actorKind,
      actor_name: event.actorName,
      detail: JSON.stringify(event.detail),
    })
    .execute();
}

export type UmkmEventRow = {
  readonly id: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_name: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** What happened to a business, the first thing first. */
export async function listUmkmEvents(db: Db, umkmId: number): Promise<UmkmEventRow[]> {
  const { rows } = await sql<UmkmEventRow>`
    select id, at, kind, actor_kind, actor_name, detail from umkm_event where umkm_id = ${umkmId} order by id limit 200`.execute(
    db,
  );
  return rows;
}

export type ApplicationRow = {
  readonly id: number;
  readonly slug: string;
  readonly status: string;
  readonly kind: string;
  readonly name: string;
  readonly mobile: string;
  readonly about: string;
  readonly category_slug: string | null;
  readonly category: string | null;
  readonly kbli: string | null;
  readonly kbli_title: string | null;
  readonly kbli_edition: number | null;
  readonly owner_name: string;
  readonly has_nik: boolean;
  readonly nib: string | null;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village_code: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly regency_code: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  readonly bank_code: string | null;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
  readonly submitted_at: Date | null;
  readonly verified_at: Date | null;
  readonly returned_reason: string | null;
  readonly returned_points: string[];
  readonly suspended_reason: string | null;
  /** the photos of papers and place, the oldest first */
  readonly papers: readonly { readonly id: number; readonly kind: string; readonly bytes: number }[];
};

/** Everything an application says but its sealed numbers. */
export async function findApplicationRow(
  db: Db,
  of: { readonly id: number } | { readonly slug: string },
): Promise<ApplicationRow | undefined> {
  const which = "id" in of ? sql`u.id = ${of.id}` : sql`u.slug = ${of.slug}`;
  const { rows } = await sql<ApplicationRow>`
    select u.id, u.slug, u.status, u.kind, u.name, u.mobile, u.about, u.category_slug, c.name as category, u.kbli,
      k.title as kbli_title, u.kbli_edition, u.owner_name, u.nik_sealed is not null as has_nik, u.nib, u.address, u.rt, u.rw,
      u.village_code, v.name as village, d.name as district, r.name as regency, r.kind as regency_kind, u.regency_code,
      u.pirt, u.halal, u.bpom, u.bank_code, b.name as bank, u.bank_account_last4, u.bank_account_holder, u.submitted_at,
      u.verified_at, u.returned_reason, u.returned_points, u.suspended_reason,
      coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'bytes', x.bytes) order by x.id)
                  from document x where x.umkm_id = u.id), '[]') as papers
    from umkm u
    join village v on v.code = u.village_code
    join district d on d.code = u.district_code
    join regency r on r.code = u.regency_code
    left join category c on c.slug = u.category_slug
    left join kbli k on k.code = u.kbli
    left join bank b on b.code = u.bank_code
    where ${which}`.execute(db);
  return rows[0];
}

/** The sealed numbers of a business, for the few places that may open them. */
export async function findSealedNumbers(
  db: Db,
  umkmId: number,
): Promise<{ nik_sealed: Buffer | null; bank_account_sealed: Buffer | null } | undefined> {
  return db
    .selectFrom("umkm")
    .select(["nik_sealed", "bank_account_sealed"])
    .where("id", "=", umkmId)
    .executeTakeFirst();
}
