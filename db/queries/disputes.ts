import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type DisputeRow = { readonly id: number; readonly card_payment_id: number };

/** A dispute as the provider tells it, new or known. */
export async function upsertDispute(
  tx: Tx,
  dispute: {
    id: string;
    cardPaymentId: number;
    amount: number;
    reason: string;
    status: string;
    dueBy: Date | null;
  },
): Promise<DisputeRow> {
  const { rows } = await sql<DisputeRow>`
    insert into dispute (provider_id, card_payment_id, amount, reason, status, due_at)
    values (${dispute.id}, ${dispute.cardPaymentId}, ${dispute.amount}, ${dispute.reason}, ${dispute.status}, ${dispute.dueBy})
    on conflict (provider_id) do update set status = excluded.status, due_at = excluded.due_at, looked_at = now()
    returning id, card_payment_id`.execute(tx);
  return rows[0]!;
}

/** @returns false when it was closed before */
export async function closeDispute(tx: Tx, id: number): Promise<boolean> {
  const result = await tx
    .updateTable("dispute")
    .set({ closed_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The codes of the orders that a card payment paid. */
export async function findDisputeCodes(db: Db | Tx, cardPaymentId: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select o.code from "order" o join card_payment c on c.checkout_id = o.checkout_id
     where c.id = ${cardPaymentId} order by o.id`.execute(db);
  return rows.map((row) => row.code);
}

/** Open disputes that were not asked after for six hours. */
export async function findUnwatchedDisputes(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ provider_id: string }>`
    select provider_id from dispute where closed_at is null and looked_at < now() - interval '6 hours'
     order by looked_at limit ${limit}`.execute(db);
  return rows.map((row) => row.provider_id);
}

export type DisputeCaseRow = {
  readonly id: number;
  readonly provider_id: string;
  readonly amount: number;
  readonly reason: string;
  readonly status: string;
  readonly due_at: Date | null;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly intent_id: string | null;
  readonly orders: readonly {
    readonly code: string;
    readonly total: number;
    readonly buyer: string;
    readonly address: string;
    readonly goods: readonly string[];
    readonly events: readonly {
      readonly kind: string;
      readonly at: string;
      readonly actor_kind: string;
      readonly actor_name: string;
      readonly detail: Readonly<Record<string, unknown>>;
      readonly warung: string | null;
    }[];
    /** how the receipt was proved; null: it was not yet */
    readonly proof: { readonly kind: string; readonly at: string; readonly receiver: string | null } | null;
  }[];
};

/** Disputes with what shows that the goods were ordered and received: the open ones first, by their deadline. */
export async function findDisputeCases(db: Db): Promise<DisputeCaseRow[]> {
  const { rows } = await sql<DisputeCaseRow>`
    select d.id, d.provider_id, d.amount, d.reason, d.status, d.due_at, d.opened_at, d.closed_at, c.intent_id,
      (select json_agg(json_build_object('code', o.code, 'total', o.total, 'buyer', k.buyer_name,
          'address', concat_ws(', ', nullif(k.street, ''), v.name, r.name),
          'goods', (select json_agg(l.quantity || ' × ' || l.name || ' ' || l.unit order by l.id) from order_line l
                     where l.order_id = o.id and l.quantity > 0),
          'events', (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'actor_kind', e.actor_kind,
                       'actor_name', e.actor_name, 'detail', e.detail, 'warung', w.name) order by e.id)
                     from order_event e left join warung w on w.id = coalesce((e.detail ->> 'warungId')::bigint, o.warung_id)
                     where e.order_id = o.id),
          'proof', (select json_build_object('kind', a.proof, 'at', a.at, 'receiver', a.receiver_name)
                      from delivery_attempt a where a.order_id = o.id and a.outcome = 'delivered')) order by o.id)
         from "order" o join village v on v.code = o.village_code join regency r on r.code = o.regency_code
        where o.checkout_id = c.checkout_id) as orders
      from dispute d join card_payment c on c.id = d.card_payment_id join checkout k on k.id = c.checkout_id
     order by d.closed_at nulls first, d.due_at, d.id limit 100`.execute(db);
  return rows;
}
