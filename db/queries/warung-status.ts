import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type LockedWarung = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly status: string;
  readonly regency_code: string;
  readonly returned_reason: string | null;
  readonly ready_at: Date | null;
};

const locked = [
  "id",
  "slug",
  "name",
  "keeper_name",
  "mobile",
  "status",
  "regency_code",
  "returned_reason",
  "ready_at",
] as const;

/** Locks a warung until the transaction ends: its steps happen one after the other. */
export async function lockWarung(
  tx: Tx,
  which: { readonly slug: string } | { readonly id: number },
): Promise<LockedWarung | undefined> {
  const query = tx.selectFrom("warung").select(locked).forUpdate();
  return "slug" in which
    ? query.where("slug", "=", which.slug).executeTakeFirst()
    : query.where("id", "=", which.id).executeTakeFirst();
}

export type WarungPatch = {
  readonly decreeNumber?: string | null;
  readonly decreeDate?: string | null;
  readonly designatedAt?: Date | null;
  readonly readyAt?: Date | null;
  readonly phoneConfirmedAt?: Date;
  readonly returnedReason?: string | null;
  readonly suspendedReason?: string | null;
  readonly pauseReason?: string | null;
  readonly pausedUntil?: Date | null;
};

const COLUMNS = {
  decreeNumber: "decree_number",
  decreeDate: "decree_date",
  designatedAt: "designated_at",
  readyAt: "ready_at",
  phoneConfirmedAt: "phone_confirmed_at",
  returnedReason: "returned_reason",
  suspendedReason: "suspended_reason",
  pauseReason: "pause_reason",
  pausedUntil: "paused_until",
} as const satisfies Record<keyof WarungPatch, string>;

/** Compare-and-set of the status. @returns false when the warung is not in `from` any more */
export async function updateWarungStatus(
  tx: Tx,
  id: number,
  from: string,
  to: string,
  patch: WarungPatch,
): Promise<boolean> {
  const columns = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [COLUMNS[name as keyof WarungPatch], value]),
  );
  const result = await tx
    .updateTable("warung")
    .set({ ...columns, status: to, expiries_in_row: 0 })
    .where("id", "=", id)
    .where("status", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Sends a nomination back, or takes it up again (`reason` null). @returns false when it is none any more */
export async function updateReturnedReason(tx: Tx, id: number, reason: string | null): Promise<boolean> {
  const result = await tx
    .updateTable("warung")
    .set({ returned_reason: reason })
    .where("id", "=", id)
    .where("status", "=", "nominated")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type OpenOrder = { readonly code: string; readonly status: string };

/** Real orders that lie with a warung and are not delivered. */
export async function findOpenOrders(db: Db | Tx, warungId: number): Promise<OpenOrder[]> {
  return db
    .selectFrom("order")
    .select(["code", "status"])
    .where("warung_id", "=", warungId)
    .where("next_action", "is not", null)
    .where("status", "<>", "delivered")
    .where("is_test", "=", false)
    .orderBy("deadline_at")
    .execute();
}

/** Offers of a warung that wait for an answer. */
export async function findPendingOfferIds(db: Db | Tx, warungId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("offer")
    .select("id")
    .where("warung_id", "=", warungId)
    .where("status", "=", "pending")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

export type ReadinessRow = {
  readonly status: string;
  readonly has_hours: boolean;
  readonly villages: number;
  readonly has_fees: boolean;
  readonly phone_confirmed: boolean;
  readonly has_staples: boolean;
  readonly has_operator: boolean;
  /** the newest test order since the designation */
  readonly test_code: string | null;
  readonly test_status: string | null;
};

/** What the gate asks of a warung, in one query. A number is confirmed by its code, or as that of the keeper's account. */
export async function findReadinessRow(db: Db | Tx, warungId: number): Promise<ReadinessRow | undefined> {
  const { rows } = await sql<ReadinessRow>`
    select w.status,
      exists (select from warung_hours h where h.warung_id = w.id) as has_hours,
      (select count(*)::int from warung_service_village s where s.warung_id = w.id) as villages,
      exists (select from warung_fee f where f.warung_id = w.id) as has_fees,
      w.phone_confirmed_at is not null or exists (
        select from membership m join account a on a.id = m.account_id
         where m.warung_id = w.id and m.position = 'owner' and a.mobile = w.mobile
           and a.mobile_confirmed_at is not null) as phone_confirmed,
      exists (select from warung_staple s where s.warung_id = w.id and s.availability <> 'habis') as has_staples,
      exists (select from membership m where m.warung_id = w.id and m.position = 'owner') as has_operator,
      t.code as test_code, t.status as test_status
    from warung w
    left join lateral (
      select o.code, o.status from "order" o where o.chosen_warung_id = w.id and o.is_test
         and o.placed_at >= coalesce(w.designated_at, 'infinity') order by o.id desc limit 1) t on true
    where w.id = ${warungId}`.execute(db);
  return rows[0];
}
