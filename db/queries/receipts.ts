import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type ReceiptRow = {
  readonly code: string;
  readonly status: string;
  readonly is_test: boolean;
  readonly placed_at: Date;
  /** when the sale was booked; null: not handed over */
  readonly handed_over_at: Date | null;
  readonly buyer_name: string;
  readonly fulfilment: string;
  readonly warung: string | null;
  readonly warung_address: string | null;
  readonly warung_mobile: string | null;
  readonly goods_total: number;
  readonly first_leg_fee: number;
  readonly delivery_fee: number;
  readonly total: number;
  readonly method: string;
  readonly payment_status: string;
  /** came in before hand-over, went back of it, taken in cash at hand-over */
  readonly received: number;
  readonly returned: number;
  readonly cash: number;
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly unit: string;
    readonly price: number;
    readonly quantity: number;
    /** null: from the warung's own shelf */
    readonly seller: string | null;
  }[];
  readonly refunds: readonly {
    readonly kind: string;
    readonly amount: number;
    readonly method: string;
    readonly status: string;
    /** null: of what was paid too much */
    readonly line: string | null;
  }[];
};

/** An order as its receipt tells it: what counts, what was paid how, what went back. One query. */
export async function findReceiptRow(db: Db, code: string): Promise<ReceiptRow | undefined> {
  const { rows } = await sql<ReceiptRow>`
    select o.code, o.status, o.is_test, o.placed_at, g.at as handed_over_at, c.buyer_name, o.fulfilment, w.name as warung,
      concat_ws(', ', w.address, v.name, d.name) as warung_address, w.mobile as warung_mobile, o.goods_total,
      o.first_leg_fee, o.delivery_fee, o.total, p.method, p.status as payment_status, p.received, p.returned, p.cash,
      (select json_agg(json_build_object('id', l.id, 'name', l.name, 'unit', l.unit, 'price', l.price,
                'quantity', l.quantity, 'seller', u.name) order by u.name nulls last, l.id)
         from order_line l left join seller_line s on s.id = l.seller_line_id left join umkm u on u.id = s.umkm_id
        where l.order_id = o.id and l.quantity > 0) as lines,
      coalesce((select json_agg(json_build_object('kind', f.kind, 'amount', f.amount, 'method', f.method,
                'status', f.status, 'line', l.name) order by f.id)
         from refund f left join order_line l on l.id = f.order_line_id where f.order_id = o.id), '[]') as refunds
    from "order" o join checkout c on c.id = o.checkout_id join payment p on p.order_id = o.id
      left join warung w on w.id = o.warung_id left join village v on v.code = w.village_code
      left join district d on d.code = w.district_code left join posting g on g.key = 'sale:' || o.code
    where o.code = ${code}`.execute(db);
  return rows[0];
}
