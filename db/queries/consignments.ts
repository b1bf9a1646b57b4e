import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type ConsignmentWarung = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly status: string;
  readonly shelf_limit: number;
  readonly regency_code: string;
};

/** A warung as a sender of goods needs to know it. */
export async function findConsignmentWarung(
  db: Db | Tx,
  key: { readonly slug: string } | { readonly id: number },
): Promise<ConsignmentWarung | undefined> {
  return db
    .selectFrom("warung")
    .select(["id", "slug", "name", "keeper_name", "mobile", "status", "shelf_limit", "regency_code"])
    .where("slug" in key ? "slug" : "id", "=", "slug" in key ? key.slug : key.id)
    .executeTakeFirst();
}

export async function findConsignmentByForm(
  tx: Tx,
  formKey: string,
): Promise<{ code: string; umkm_id: number } | undefined> {
  return tx
    .selectFrom("consignment")
    .select(["code", "umkm_id"])
    .where("form_key", "=", formKey)
    .executeTakeFirst();
}

export type SendableVariant = {
  readonly id: number;
  readonly product_id: number;
  readonly name: string;
  readonly stock: number;
  readonly public: boolean;
  /** on this warung's shelf, or on the way to it */
  readonly there: number;
};

/** A seller's own variants, locked in id order, and how much of each this warung has or will have. */
export async function lockSendableVariants(
  tx: Tx,
  umkmId: number,
  warungId: number,
  ids: readonly number[],
): Promise<SendableVariant[]> {
  const { rows } = await sql<SendableVariant>`
    select v.id, v.product_id, p.name || ' ' || v.label as name, v.stock, p.public,
      coalesce((select i.on_shelf from shelf_item i where i.warung_id = ${warungId} and i.variant_id = v.id), 0)
      + coalesce((select sum(l.sent) from consignment_line l join consignment c on c.id = l.consignment_id
           where l.variant_id = v.id and c.warung_id = ${warungId} and c.status = 'sent'), 0)::int as there
      from variant v join product p on p.id = v.product_id
     where v.umkm_id = ${umkmId} and v.id = any(${ids}::bigint[]) order by v.id for no key update of v`.execute(
    tx,
  );
  return rows;
}

/** @returns the new id; undefined when the code is taken */
export async function insertConsignment(
  tx: Tx,
  sending: {
    code: string;
    formKey: string;
    umkmId: number;
    warungId: number;
    dueAt: Date;
    lines: readonly { readonly variantId: number; readonly pieces: number }[];
  },
): Promise<number | undefined> {
  const row = await tx
    .insertInto("consignment")
    .values({
      code: sending.code,
      form_key: sending.formKey,
      umkm_id: sending.umkmId,
      warung_id: sending.warungId,
      due_at: sending.dueAt,
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .insertInto("consignment_line")
    .values(
      sending.lines.map(({ variantId, pieces }) => ({
        consignment_id: row.id,
        variant_id: variantId,
        sent: pieces,
      })),
    )
    .execute();
  return row.id;
}

/**
 * Moves pieces between a seller's stock and a sending, with a line of history each. Negative pieces leave the stock; the
 * check on the table refuses to go below zero.
 * @returns the products concerned
 */
export async function moveStock(
  tx: Tx,
  lines: readonly { readonly variantId: number; readonly by: number }[],
  how: {
    readonly cause: "consigned" | "consignment_back";
    readonly consignmentId: number | null;
    readonly by: string;
  },
): Promise<number[]> {
  const real = lines.filter((line) => line.by !== 0);
  if (real.length === 0) return [];
  const { rows } = await sql<{ product_id: number }>`
    with moved as (
      update variant v set stock = v.stock + t.by, updated_at = now()
        from unnest(${real.map((line) => line.variantId)}::bigint[], ${real.map((line) => line.by)}::int[]) as t(id, by)
       where v.id = t.id returning v.id, v.product_id, v.stock, t.by),
    written as (
      insert into stock_change (variant_id, before, after, cause, consignment_id, actor_name)
      select id, stock - by, stock, ${how.cause}, ${how.consignmentId}::bigint, ${how.by} from moved)
    select distinct product_id from moved`.execute(tx);
  return rows.map((row) => row.product_id);
}

export type LockedConsignment = {
  readonly id: number;
  readonly code: string;
  readonly umkm_id: number;
  readonly warung_id: number;
  readonly status: string;
};

/** Locks a sending until the transaction ends: it is received, refused or called back once. */
export async function lockConsignment(tx: Tx, code: string): Promise<LockedConsignment | undefined> {
  return tx
    .selectFrom("consignment")
    .select(["id", "code", "umkm_id", "warung_id", "status"])
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
}

/** Compare-and-set of the status. @returns false when it is not on its way any more */
export async function endConsignment(
  tx: Tx,
  id: number,
  status: "received" | "refused" | "cancelled",
  reason: string | null,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable("consignment")
    .set({ status, reason, ended_at: at })
    .where("id", "=", id)
    .where("status", "=", "sent")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function listSentLines(
  tx: Tx,
  consignmentId: number,
): Promise<{ variant_id: number; sent: number; name: string }[]> {
  const { rows } = await sql<{ variant_id: number; sent: number; name: string }>`
    select l.variant_id, l.sent, p.name || ' ' || v.label as name
      from consignment_line l join variant v on v.id = l.variant_id join product p on p.id = v.product_id
     where l.consignment_id = ${consignmentId} order by l.variant_id`.execute(tx);
  return rows;
}

export async function updateCounts(
  tx: Tx,
  consignmentId: number,
  counts: readonly { readonly variantId: number; readonly received: number; readonly turnedDown: number }[],
): Promise<void> {
  await sql`
    update consignment_line l set received = c.received, turned_down = c.turned_down
      from unnest(${counts.map((one) => one.variantId)}::bigint[], ${counts.map((one) => one.received)}::int[],
                  ${counts.map((one) => one.turnedDown)}::int[]) as c(variant_id, received, turned_down)
     where l.consignment_id = ${consignmentId} and l.variant_id = c.variant_id`.execute(tx);
}

/** @returns whether it is new: the same form writes once */
export async function insertNote(
  tx: Tx,
  note: {
    consignmentId: number;
    side: "seller" | "warung";
    actorName: string;
    text: string;
    formKey: string;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto("consignment_note")
    .values({
      consignment_id: note.consignmentId,
      side: note.side,
      actor_name: note.actorName,
      text: note.text,
      form_key: note.formKey,
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateShelfLimit(tx: Tx, warungId: number, limit: number): Promise<void> {
  await tx.updateTable("warung").set({ shelf_limit: limit }).where("id", "=", warungId).execute();
}

/** Whom to tell: the business and its number. */
export async function findSenderOf(
  tx: Tx,
  umkmId: number,
): Promise<{ name: string; mobile: string; regency_code: string; status: string }> {
  return tx
    .selectFrom("umkm")
    .select(["name", "mobile", "regency_code", "status"])
    .where("id", "=", umkmId)
    .executeTakeFirstOrThrow();
}
