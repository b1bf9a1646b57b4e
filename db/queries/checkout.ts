import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type NewCheckout = {
  readonly formKey: string;
  readonly cartId: number;
  readonly accountId: number | null;
  readonly trackingSecret: string;
  readonly name: string;
  readonly mobile: string;
  readonly villageCode: string;
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly landmark: string | null;
  /** a name and a photo will prove the receipt */
  readonly receiverWithoutPhone?: boolean;
  readonly missingChoice: string;
  readonly paymentMethod: string;
};

/** @returns the new id, or undefined when this form was sent before (then the first one has finished) */
export async function insertCheckout(tx: Tx, checkout: NewCheckout): Promise<number | undefined> {
  const row = await tx
    .insertInto("checkout")
    .values({
      form_key: checkout.formKey,
      cart_id: checkout.cartId,
      account_id: checkout.accountId,
      tracking_secret: checkout.trackingSecret,
      buyer_name: checkout.name,
      buyer_mobile: checkout.mobile,
      village_code: checkout.villageCode,
      street: checkout.street,
      rt: checkout.rt,
      rw: checkout.rw,
      landmark: checkout.landmark,
      receiver_without_phone: checkout.receiverWithoutPhone ?? false,
      payment_method: checkout.paymentMethod,
      missing_choice: checkout.missingChoice,
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** The (first) order a form led to, and the secret of its tracking link. */
export async function findOrderByForm(
  db: Db | Tx,
  formKey: string,
): Promise<{ code: string; tracking_secret: string; cart_id: number | null } | undefined> {
  return db
    .selectFrom("checkout")
    .innerJoin("order", "order.checkout_id", "checkout.id")
    .select(["order.code", "checkout.tracking_secret", "checkout.cart_id"])
    .where("form_key", "=", formKey)
    .orderBy("order.id")
    .executeTakeFirst();
}

export async function findCheckoutHolder(
  db: Db | Tx,
  checkoutId: number,
): Promise<{ account_id: number | null; tracking_secret: string }> {
  return db
    .selectFrom("checkout")
    .select(["account_id", "tracking_secret"])
    .where("id", "=", checkoutId)
    .executeTakeFirstOrThrow();
}

export type NewOrder = {
  readonly code: string;
  readonly checkoutId: number;
  readonly villageCode: string;
  readonly regencyCode: string;
  readonly status: string;
  readonly paymentMethod: string;
  readonly pin: string;
  readonly goodsTotal: number;
  readonly deliveryFee: number;
  /** rupiah of all sellers' ways to the warung; each line says its seller's own */
  readonly firstLegFee: number;
  readonly promiseFrom: Date;
  readonly promiseUntil: Date;
  readonly nextAction: string;
  readonly deadlineAt: Date;
  readonly handOverBy: Date;
  /** where the buyer fetches it; null: it is delivered */
  readonly pickupWarungId: number | null;
  readonly lines: readonly {
    readonly umkm_id: number | null;
    readonly variant_id: number | null;
    readonly staple_id: number | null;
    /** the place on the warung's shelf it is taken from; null: the seller's own stock */
    readonly shelf_item_id: number | null;
    readonly name: string;
    readonly unit: string;
    readonly price: number;
    readonly quantity: number;
    readonly weight_grams: number;
    readonly media_hash: string | null;
    readonly first_leg_fee: number;
  }[];
};

/** Writes an order with its seller lines, lines and payment in one statement. @returns its id; undefined when the code is taken */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<number | undefined> {
  const total = order.goodsTotal + order.deliveryFee + order.firstLegFee;
  const { rows } = await sql<{ id: number }>`
    with o as (
      insert into "order" (code, checkout_id, status, fulfilment, chosen_warung_id, village_code, regency_code, pin, goods_total,
        delivery_fee, first_leg_fee, total, promise_from, promise_until, next_action, deadline_at)
      values (${order.code}, ${order.checkoutId}, ${order.status},
        ${order.pickupWarungId === null ? "delivery" : "pickup"}, ${order.pickupWarungId}::bigint, ${order.villageCode}, ${order.regencyCode},
        ${order.pin}, ${order.goodsTotal}, ${order.deliveryFee}, ${order.firstLegFee}, ${total},
        ${order.promiseFrom}, ${order.promiseUntil}, ${order.nextAction}, ${order.deadlineAt})
      on conflict (code) do nothing
      returning id),
    wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(order.lines)}::jsonb) as x(umkm_id bigint, variant_id bigint,
        staple_id bigint, shelf_item_id bigint, name text, unit text, price bigint, quantity int, weight_grams int, media_hash text,
        first_leg_fee bigint)),
    s as (
      insert into seller_line (order_id, umkm_id, hand_over_by, first_leg_fee, from_shelf, status)
      -- what lies on the shelf is in the warung already: nobody confirms or brings it
      select distinct o.id, w.umkm_id, ${order.handOverBy}::timestamptz, w.first_leg_fee, w.shelf_item_id is not null,
        case when w.shelf_item_id is null then 'pending' else 'received' end
        from o, wanted w
       where w.umkm_id is not null
      returning id, umkm_id, from_shelf),
    l as (
      insert into order_line (order_id, seller_line_id, variant_id, staple_id, shelf_item_id, name, unit, price, quantity,
        weight_grams, media_hash)
      select o.id, s.id, w.variant_id, w.staple_id, w.shelf_item_id, w.name, w.unit, w.price, w.quantity,
        w.weight_grams, w.media_hash
        from o cross join wanted w
        left join s on s.umkm_id = w.umkm_id and s.from_shelf = (w.shelf_item_id is not null)),
    p as (
      insert into payment (order_id, method, amount) select o.id, ${order.paymentMethod}, ${total} from o)
    select id from o`.execute(tx);
  return rows[0]?.id;
}
