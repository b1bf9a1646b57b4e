import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { outstandingOfPay } from "./outstanding.ts";

export type RoundOrderRow = {
  readonly id: number;
  readonly code: string;
  readonly is_test: boolean;
  readonly total: number;
  readonly promise_until: Date;
  readonly delivery_tries: number;
  readonly buyer_name: string;
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village_code: string;
  readonly village: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly pieces: number;
};

const roundOrder = sql`
  select o.id, o.code, o.is_test, o.total, o.promise_until, o.delivery_tries, c.buyer_name, c.street, c.rt, c.rw,
    o.village_code, v.name as village, v.latitude, v.longitude,
    (select sum(l.quantity)::int from order_line l where l.order_id = o.id) as pieces
  from "order" o join checkout c on c.id = o.checkout_id join village v on v.code = o.village_code`;

/** Orders of a warung that can leave now and ride in no trip yet, the most urgent first. */
export async function findReadyForTrip(db: Db, warungId: number, limit: number): Promise<RoundOrderRow[]> {
  const { rows } = await sql<RoundOrderRow>`
    ${roundOrder}
    where o.warung_id = ${warungId} and o.status = 'ready' and o.next_action is not null
      and not exists (select 1 from trip_stop s where s.order_id = o.id and s.outcome is null)
    order by o.promise_until, o.id limit ${limit}`.execute(db);
  return rows;
}

/** Locks orders of a warung in id order. @returns those there are, with what a round is planned by */
export async function lockForTrip(
  tx: Tx,
  warungId: number,
  codes: readonly string[],
): Promise<(RoundOrderRow & { readonly status: string; readonly rides: boolean })[]> {
  await sql`select 1 from "order" where code = any(${codes}::text[]) order by id for update`.execute(tx);
  const { rows } = await sql<RoundOrderRow & { status: string; rides: boolean }>`
    select r.*, o.status, exists (select 1 from trip_stop s where s.order_id = r.id and s.outcome is null) as rides
      from (${roundOrder} where o.warung_id = ${warungId} and o.code = any(${codes}::text[])) r
      join "order" o on o.id = r.id order by r.id`.execute(tx);
  return rows;
}

export async function findWarungPoint(
  db: Db | Tx,
  warungId: number,
): Promise<{ readonly latitude: number | null; readonly longitude: number | null }> {
  return db
    .selectFrom("warung")
    .select(["latitude", "longitude"])
    .where("id", "=", warungId)
    .executeTakeFirstOrThrow();
}

/** @returns the trip that this form made before, if it did */
export async function findTripByForm(
  tx: Tx,
  warungId: number,
  formKey: string,
): Promise<{ id: number } | undefined> {
  return tx
    .selectFrom("trip")
    .select("id")
    .where("form_key", "=", formKey)
    .where("warung_id", "=", warungId)
    .executeTakeFirst();
}

/** Writes a trip with its stops in this order. @returns its id; undefined when this form was sent before */
export async function insertTrip(
  tx: Tx,
  trip: {
    readonly warungId: number;
    readonly formKey: string;
    readonly carrierAccountId: number;
    readonly carrierName: string;
    readonly orderIds: readonly number[];
  },
): Promise<number | undefined> {
  const row = await tx
    .insertInto("trip")
    .values({
      warung_id: trip.warungId,
      form_key: trip.formKey,
      carrier_account_id: trip.carrierAccountId,
      carrier_name: trip.carrierName,
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .insertInto("trip_stop")
    .values(trip.orderIds.map((order_id, at) => ({ trip_id: row.id, order_id, position: at + 1 })))
    .execute();
  return row.id;
}

export type TripRow = {
  readonly id: number;
  readonly carrier_name: string;
  readonly planned_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
};

const tripColumns = ["id", "carrier_name", "planned_at", "started_at", "ended_at"] as const;

export async function findTripRow(db: Db, warungId: number, tripId: number): Promise<TripRow | undefined> {
  return db
    .selectFrom("trip")
    .select(tripColumns)
    .where("id", "=", tripId)
    .where("warung_id", "=", warungId)
    .executeTakeFirst();
}

/** Locks a trip of this warung. Orders are locked before their trip, never after. */
export async function lockTrip(tx: Tx, warungId: number, tripId: number): Promise<TripRow | undefined> {
  return tx
    .selectFrom("trip")
    .select(tripColumns)
    .where("id", "=", tripId)
    .where("warung_id", "=", warungId)
    .forUpdate()
    .executeTakeFirst();
}

export type OpenTripRow = TripRow & { readonly stops: number; readonly left: number };

/** Trips of a warung that are planned or under way, the oldest first. */
export async function findOpenTrips(db: Db, warungId: number): Promise<OpenTripRow[]> {
  const { rows } = await sql<OpenTripRow>`
    select t.id, t.carrier_name, t.planned_at, t.started_at, t.ended_at, count(s.*)::int as stops,
      (count(s.*) filter (where s.outcome is null))::int as left
      from trip t join trip_stop s on s.trip_id = t.id and s.outcome is distinct from 'left'
     where t.warung_id = ${warungId} and t.ended_at is null group by t.id order by t.id`.execute(db);
  return rows;
}

/** Codes of the orders that a trip has still before it, in id order. */
export async function findOpenStopCodes(db: Db | Tx, tripId: number): Promise<string[]> {
  const rows = await db
    .selectFrom("trip_stop")
    .innerJoin("order", "order.id", "trip_stop.order_id")
    .select("order.code")
    .where("trip_id", "=", tripId)
    .where("outcome", "is", null)
    .orderBy("order.id")
    .execute();
  return rows.map((row) => row.code);
}

export async function setTripStarted(tx: Tx, tripId: number): Promise<void> {
  await tx
    .updateTable("trip")
    .set({ started_at: sql`now()` })
    .where("id", "=", tripId)
    .where("started_at", "is", null)
    .execute();
}

/**
 * The order's stop is over; the last one ends the trip. The order is locked. Two last stops at once see each other,
 * because the trip is locked in between.
 */
export async function closeStop(
  tx: Tx,
  orderId: number,
  outcome: "delivered" | "failed" | "left",
): Promise<void> {
  const stop = await tx
    .selectFrom("trip_stop")
    .select("trip_id")
    .where("order_id", "=", orderId)
    .where("outcome", "is", null)
    .executeTakeFirst();
  if (!stop) return;
  await sql`select 1 from trip where id = ${stop.trip_id} for update`.execute(tx);
  await tx
    .updateTable("trip_stop")
    .set({ outcome })
    .where("order_id", "=", orderId)
    .where("outcome", "is", null)
    .execute();
  await sql`update trip set ended_at = clock_timestamp() where id = ${stop.trip_id} and ended_at is null
    and not exists (select 1 from trip_stop where trip_id = ${stop.trip_id} and outcome is null)`.execute(tx);
}

/** Changes places with the open stop before (or after) it. The trip is locked. @returns false when there is none, or it lies elsewhere by now */
export async function swapStop(
  tx: Tx,
  tripId: number,
  { code, from, way }: { code: string; from: number; way: "up" | "down" },
): Promise<boolean> {
  const neighbour =
    way === "up"
      ? sql`n.position < m.position order by n.position desc`
      : sql`n.position > m.position order by n.position`;
  const result = await sql`
    with me as (
      select s.id, s.position from trip_stop s join "order" o on o.id = s.order_id
       where s.trip_id = ${tripId} and o.code = ${code} and s.position = ${from} and s.outcome is null),
    pair as (
      select m.id as mine, m.position as here, n.id as theirs, n.position as there from me m cross join lateral (
        select n.id, n.position from trip_stop n
         where n.trip_id = ${tripId} and n.outcome is null and ${neighbour} limit 1) n)
    update trip_stop s set position = case when s.id = p.mine then p.there else p.here end
      from pair p where s.id in (p.mine, p.theirs)`.execute(tx);
  return result.numAffectedRows === 2n;
}

export type TripStopRow = {
  readonly code: string;
  readonly is_test: boolean;
  readonly status: string;
  readonly position: number;
  readonly outcome: string | null;
  /** rupiah in cash: taken, once it is delivered, else still to be taken */
  readonly collect: number;
  readonly promise_until: Date;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly receiver_without_phone: boolean;
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly landmark: string | null;
  readonly village: string;
  readonly latitude: number;
  readonly longitude: number;
  /** "2 × Keripik Pisang 250 g, 5 × Beras Medium kg" */
  readonly goods: string;
};

/** The stops of a trip in their order, without those that were taken out. */
export async function findTripStops(db: Db, tripId: number): Promise<TripStopRow[]> {
  const { rows } = await sql<TripStopRow>`
    select o.code, o.is_test, o.status, s.position, s.outcome,
      case when s.outcome = 'delivered' then coalesce(pay.cash, 0) else ${outstandingOfPay} end as collect, o.promise_until, c.buyer_name, c.buyer_mobile,
      c.receiver_without_phone, c.street, c.rt, c.rw, c.landmark, v.name as village, v.latitude, v.longitude,
      (select string_agg(l.quantity || ' × ' || l.name || ' ' || l.unit, ', ' order by l.id)
         from order_line l where l.order_id = o.id) as goods
      from trip_stop s join "order" o on o.id = s.order_id join checkout c on c.id = o.checkout_id
      join village v on v.code = o.village_code left join payment pay on pay.order_id = o.id
     where s.trip_id = ${tripId} and s.outcome is distinct from 'left' order by s.position`.execute(db);
  return rows;
}
