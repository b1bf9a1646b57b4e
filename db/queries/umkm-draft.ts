import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type Place = {
  readonly village_code: string;
  readonly district_code: string;
  readonly regency_code: string;
};

/** A business that is only begun. @returns its id */
export async function insertDraftUmkm(
  tx: Tx,
  draft: Place & {
    readonly slug: string;
    readonly kind: string;
    readonly name: string;
    readonly mobile: string;
    readonly owner_name: string;
  },
): Promise<number> {
  const row = await tx.insertInto("umkm").values(draft).returning("id").executeTakeFirstOrThrow();
  return row.id;
}

/** What one step of an application writes; the others stay. */
export type DraftChange = Partial<Place> & {
  readonly slug?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly mobile?: string;
  readonly about?: string;
  readonly category_slug?: string | null;
  readonly kbli?: string | null;
  readonly kbli_edition?: number | null;
  readonly owner_name?: string;
  readonly nik_sealed?: Buffer;
  readonly nik_fingerprint?: Buffer;
  readonly nib?: string;
  readonly address?: string;
  readonly rt?: string | null;
  readonly rw?: string | null;
  readonly pirt?: string | null;
  readonly halal?: string | null;
  readonly bpom?: string | null;
  readonly bank_code?: string;
  readonly bank_account_sealed?: Buffer;
  readonly bank_account_last4?: string;
  readonly bank_account_holder?: string;
};

export async function updateUmkm(tx: Tx, umkmId: number, change: DraftChange): Promise<void> {
  await tx.updateTable("umkm").set(change).where("id", "=", umkmId).execute();
}

/** Whether another business has this NIB or this owner's NIK (by its fingerprint). */
export async function isHeldByOther(
  tx: Tx,
  umkmId: number,
  number: { readonly nib: string } | { readonly nikFingerprint: Buffer },
): Promise<boolean> {
  const same = "nib" in number ? sql`nib = ${number.nib}` : sql`nik_fingerprint = ${number.nikFingerprint}`;
  const { rows } = await sql<{ held: boolean }>`
    select exists (select 1 from umkm where ${same} and id <> ${umkmId}) as held`.execute(tx);
  return rows[0]!.held;
}

/** A person's first business, locked against beginning a second one at the same moment. */
export async function lockAccountForStart(tx: Tx, accountId: number): Promise<{ hasBusiness: boolean }> {
  await sql`select 1 from account where id = ${accountId} for no key update`.execute(tx);
  const row = await tx
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", accountId)
    .where("role", "=", "seller")
    .executeTakeFirst();
  return { hasBusiness: row !== undefined };
}

export async function listBanks(db: Db): Promise<{ code: string; name: string }[]> {
  return db.selectFrom("bank").select(["code", "name"]).orderBy("name").execute();
}

export async function listKbli(db: Db): Promise<{ code: string; title: string; edition: number }[]> {
  return db.selectFrom("kbli").select(["code", "title", "edition"]).orderBy("code").execute();
}

export type DocumentRow = {
  readonly id: number;
  readonly umkm_id: number;
  readonly kind: string;
  readonly file: string;
};

/** The photos of one kind that a business has, the oldest first. */
export async function listDocuments(tx: Tx, umkmId: number, kind: string): Promise<DocumentRow[]> {
  return tx
    .selectFrom("document")
    .select(["id", "umkm_id", "kind", "file"])
    .where("umkm_id", "=", umkmId)
    .where("kind", "=", kind)
    .orderBy("id")
    .execute();
}

export async function findDocument(db: Db, documentId: number): Promise<DocumentRow | undefined> {
  return db
    .selectFrom("document")
    .select(["id", "umkm_id", "kind", "file"])
    .where("id", "=", documentId)
    .executeTakeFirst();
}

export async function insertDocument(
  tx: Tx,
  document: {
    readonly umkm_id: number;
    readonly kind: string;
    readonly file: string;
    readonly bytes: number;
  },
): Promise<void> {
  await tx.insertInto("document").values(document).execute();
}

/** @returns their files, to be removed once this transaction is done */
export async function deleteDocuments(
  tx: Tx,
  umkmId: number,
  documentIds: readonly number[],
): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    delete from document where umkm_id = ${umkmId} and id = any(${documentIds}::bigint[]) returning file`.execute(
    tx,
  );
  return rows.map((row) => row.file);
}
