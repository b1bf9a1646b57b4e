import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** `regencyCode` null: the whole province. */
type Place = { readonly regencyCode: string | null };

const MOST_COUNTED = 1_000;

/** Open orders in which a person has to act; what the program itself owes is done within the minute. */
const withPeople = sql`next_action is not null and status in ('awaiting_payment', 'awaiting_buyer', 'accepted', 'ready',
  'ready_for_pickup', 'out_for_delivery', 'delivery_failed')`;
/** Open orders that no officer has to decide on and that have not arrived. */
const running = sql`next_action is not null and status not in ('needs_officer', 'delivered')`;

export type DeskCountRow = {
  readonly needing: number;
  readonly late: number;
  readonly running: number;
  readonly paused: number;
  readonly waiting: number;
};

/** Orders that need an officer, late and running orders, paused warung and waiting applications, as far as they need counting. */
export async function countDesk(db: Db, { regencyCode }: Place, now: Date): Promise<DeskCountRow> {
  const here = regencyCode === null ? sql`` : sql`and regency_code = ${regencyCode}`;
  const { rows } = await sql<DeskCountRow>`
    select
      (select count(*)::int from (
         select 1 from "order" where status = 'needs_officer' and not is_test ${here} limit ${MOST_COUNTED}) n) as needing,
      (select count(*)::int from (
         select 1 from "order" where ${withPeople} and not is_test and deadline_at < ${now} ${here}
          limit ${MOST_COUNTED}) l) as late,
      (select count(*)::int from (
         select 1 from "order" where ${running} and not is_test and deadline_at >= ${now} ${here}
          limit ${MOST_COUNTED}) r) as running,
      (select count(*)::int from warung where status = 'paused' ${here}) as paused,
      (select count(*)::int from (
         select 1 from umkm where status = 'submitted' ${here} limit ${MOST_COUNTED}) u) as waiting`.execute(
    db,
  );
  return rows[0]!;
}

export type QueueRow = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly deadline_at: Date;
  readonly needs_officer_reason: string | null;
  readonly since: Date;
  /** with whom it lies, or who is asked */
  readonly warung: string | null;
  readonly waiting_for: readonly string[];
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
};

/** `running`: open, with a warung or asked of one, and in time */
export type QueuePart = "needing" | "late" | "running";

export type QueueQuestion = Place & {
  readonly list: QueuePart;
  /** code of the last one seen */
  readonly after: string | undefined;
  readonly now: Date;
  readonly limit: number;
};

/** Orders that need an officer, that are late, or that are on their way; the earliest deadline first. */
export async function findQueue(db: Db, question: QueueQuestion): Promise<QueueRow[]> {
  const { list, regencyCode, after, now, limit } = question;
  const wanted = {
    needing: sql`status = 'needs_officer'`,
    late: sql`${withPeople} and deadline_at < ${now}`,
    running: sql`${running} and deadline_at >= ${now}`,
  }[list];
  const here = regencyCode === null ? sql`` : sql`and o.regency_code = ${regencyCode}`;
  const onwards = after
    ? sql`and (o.deadline_at, o.id) > (select x.deadline_at, x.id from "order" x where x.code = ${after})`
    : sql``;
  const { rows } = await sql<QueueRow>`
    select o.id, o.code, o.status, o.deadline_at, o.needs_officer_reason,
      coalesce(w.name, (select a.name from offer f join warung a on a.id = f.warung_id
         where f.order_id = o.id and f.status = 'pending')) as warung,
      coalesce((select json_agg(u.name order by s.id) from seller_line s join umkm u on u.id = s.umkm_id
         where s.order_id = o.id and s.status in ('pending', 'confirmed', 'handed_over')), '[]') as waiting_for,
      coalesce((select e.at from order_event e where e.order_id = o.id and e.kind = 'needs_officer'
         order by e.id desc limit 1), o.placed_at) as since,
      v.name as village, d.name as district, r.name as regency, r.kind as regency_kind
    from (select * from "order" o where ${wanted} and not o.is_test ${here} ${onwards} order by o.deadline_at, o.id limit ${limit}) o
    join village v on v.code = o.village_code
    join district d on d.code = v.district_code
    join regency r on r.code = o.regency_code
    left join warung w on w.id = o.warung_id
    order by o.deadline_at, o.id`.execute(db);
  return rows;
}

export type CaseRow = {
  readonly regency_code: string;
  readonly needs_officer_reason: string | null;
  readonly offers: readonly {
    readonly warung_id: number;
    readonly warung: string;
    readonly status: string;
    readonly declined_reason: string | null;
    readonly offered_at: string;
    readonly decided_at: string | null;
  }[];
  readonly history: readonly {
    readonly kind: string;
    readonly at: string;
    readonly actor_kind: string;
    readonly actor_name: string;
    readonly detail: Readonly<Record<string, unknown>>;
    /** of the warung that `detail` names by id */
    readonly warung: string | null;
  }[];
  /** what the newest routing said of each warung */
  readonly candidates: unknown;
  readonly routed_at: string | null;
};

/** What an officer sees of an order beyond what its own page shows: offers, history and the newest routing. */
export async function findCase(db: Db, code: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`
    select o.regency_code, o.needs_officer_reason,
      coalesce((select json_agg(json_build_object('warung_id', f.warung_id, 'warung', w.name, 'status', f.status,
          'declined_reason', f.declined_reason, 'offered_at', f.offered_at, 'decided_at', f.decided_at) order by f.id)
        from offer f join warung w on w.id = f.warung_id where f.order_id = o.id), '[]') as offers,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'actor_kind', e.actor_kind,
          'actor_name', e.actor_name, 'detail', e.detail, 'warung', w.name) order by e.id)
        from order_event e left join warung w on w.id = (e.detail->>'warungId')::bigint
        where e.order_id = o.id), '[]') as history,
      coalesce(g.candidates, '[]') as candidates, g.at as routed_at
    from "order" o
    left join lateral (
      select candidates, at from routing where order_id = o.id order by id desc limit 1) g on true
    where o.code = ${code}`.execute(db);
  return rows[0];
}

/**
 * The goods of an order lie at a warung that no longer has it: everything is to be ticked off anew where it goes next,
 * and the receiver's PIN may be tried again there.
 */
export async function scatterOrder(tx: Tx, orderId: number): Promise<void> {
  await tx.updateTable("order_line").set({ gathered: false }).where("order_id", "=", orderId).execute();
  await tx
    .updateTable("seller_line")
    .set({ status: "handed_over" })
    .where("order_id", "=", orderId)
    .where("status", "=", "received")
    .execute();
  await tx.updateTable("order").set({ pin_tries: 0 }).where("id", "=", orderId).execute();
}

export async function findWarungName(tx: Tx, warungId: number): Promise<string> {
  const row = await tx
    .selectFrom("warung")
    .select("name")
    .where("id", "=", warungId)
    .executeTakeFirstOrThrow();
  return row.name;
}
