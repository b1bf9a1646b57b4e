import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Whose cart: an account's, or that of a guest's cookie. */
export type CartHolder = { readonly accountId: number } | { readonly tokenHash: Buffer };

function held(holder: CartHolder) {
  return "accountId" in holder
    ? sql<boolean>`c.account_id = ${holder.accountId}`
    : sql<boolean>`c.token_hash = ${holder.tokenHash}`;
}

export type CartLineRow = {
  readonly id: number;
  readonly variant_id: number | null;
  readonly staple_id: number | null;
  readonly product_id: number | null;
  readonly umkm_id: number | null;
  readonly slug: string | null;
  readonly name: string;
  readonly unit: string;
  readonly umkm_name: string | null;
  readonly made_in_district_code: string | null;
  readonly regency_code: string | null;
  readonly price: number | null;
  readonly seen_price: number;
  readonly quantity: number;
  readonly weight_grams: number;
  /** pieces left; null for staples, which have no count */
  readonly stock: number | null;
  readonly available: boolean;
  readonly media_hash: string | null;
  readonly ground: string | null;
  /** where enough of it lies on the shelf of a warung that serves the buyer's village */
  readonly shelves: readonly {
    readonly id: number;
    readonly warung_id: number;
    readonly on_shelf: number;
  }[];
  /** the middle of the seller's village; null for staples */
  readonly seller_point: { readonly latitude: number; readonly longitude: number } | null;
};

/**
 * The lines of a cart with today's prices, oldest first. A staple's price is that of `regencyCode`, null without one;
 * without a village there are no shelves.
 */
export async function findCartLines(
  db: Db | Tx,
  holder: CartHolder,
  { villageCode, regencyCode }: { readonly villageCode: string | null; readonly regencyCode: string | null },
  today: string,
): Promise<CartLineRow[]> {
  const { rows } = await sql<CartLineRow>`
    select l.id, l.variant_id, l.staple_id, p.id as product_id, p.umkm_id, p.slug,
      coalesce(p.name, s.name) as name, coalesce(v.label, s.unit) as unit, u.name as umkm_name,
      p.made_in_district_code, p.regency_code,
      coalesce(v.price, sp.price) as price, l.seen_price, l.quantity,
      coalesce(v.weight_grams, s.weight_grams) as weight_grams, v.stock,
      case when v.id is null then sp.price is not null else p.public end as available,
      m.hash as media_hash, m.ground,
      coalesce((select json_agg(json_build_object('id', i.id, 'warung_id', i.warung_id, 'on_shelf', i.on_shelf) order by i.id)
         from shelf_item i join warung_service_village sv on sv.warung_id = i.warung_id and sv.village_code = ${villageCode}
        where i.variant_id = v.id and i.on_shelf >= l.quantity), '[]') as shelves,
      case when uv.code is not null
           then json_build_object('latitude', uv.latitude, 'longitude', uv.longitude) end as seller_point
    from cart c
    join cart_line l on l.cart_id = c.id
    left join variant v on v.id = l.variant_id
    left join product p on p.id = v.product_id
    left join umkm u on u.id = p.umkm_id
    left join village uv on uv.code = u.village_code
    left join product_photo f on f.product_id = p.id and f.position = 0
    left join staple s on s.id = l.staple_id
    left join lateral (
      select price from staple_price x
       where x.staple_id = s.id and x.regency_code = ${regencyCode} and x.valid_from <= ${today}::date
       order by x.valid_from desc limit 1) sp on true
    left join media m on m.id = coalesce(f.media_id, s.media_id)
    where ${held(holder)} order by l.id`.execute(db);
  return rows;
}

/** Locks a guest's or an account's cart. @returns its id, or undefined when there is none */
export async function lockCart(tx: Tx, holder: CartHolder): Promise<number | undefined> {
  const { rows } = await sql<{
    id: number;
  }>`select c.id from cart c where ${held(holder)} for update`.execute(tx);
  return rows[0]?.id;
}

export type Buyable = {
  readonly name: string;
  readonly price: number | null;
  /** the seller's own, or what lies on one shelf near the buyer, whichever is more; null for staples */
  readonly stock: number | null;
  readonly in_cart: number;
  readonly lines: number;
};

/** What can be put in the cart under this id, and how much of it lies there already. */
export async function findBuyable(
  db: Db,
  holder: CartHolder | null,
  item:
    | { readonly variantId: number; readonly villageCode?: string }
    | { readonly stapleId: number; readonly regencyCode: string; readonly today: string },
): Promise<Buyable | undefined> {
  const own = holder ? held(holder) : sql<boolean>`false`;
  const { rows } =
    "variantId" in item
      ? await sql<Buyable>`
          select p.name || ' ' || v.label as name, v.price,
            greatest(v.stock, (select max(i.on_shelf) from shelf_item i
               join warung w on w.id = i.warung_id and w.status = 'ready'
               join warung_service_village sv on sv.warung_id = w.id and sv.village_code = ${item.villageCode ?? null}
              where i.variant_id = v.id)) as stock,
            coalesce((select l.quantity from cart_line l join cart c on c.id = l.cart_id where ${own} and l.variant_id = v.id), 0) as in_cart,
            (select count(*)::int from cart_line l join cart c on c.id = l.cart_id where ${own}) as lines
          from variant v join product p on p.id = v.product_id where v.id = ${item.variantId} and p.public`.execute(
          db,
        )
      : await sql<Buyable>`
          select s.name, null as stock,
            (select price from staple_price x where x.staple_id = s.id and x.regency_code = ${item.regencyCode}
                and x.valid_from <= ${item.today}::date order by x.valid_from desc limit 1) as price,
            coalesce((select l.quantity from cart_line l join cart c on c.id = l.cart_id where ${own} and l.staple_id = s.id), 0) as in_cart,
            (select count(*)::int from cart_line l join cart c on c.id = l.cart_id where ${own}) as lines
          from staple s where s.id = ${item.stapleId}`.execute(db);
  return rows[0];
}

/** Adds to a line, making cart and line when needed, in one statement. @returns pieces now in the cart */
export async function upsertCartLine(
  db: Db,
  holder: CartHolder,
  line: { variantId: number | null; stapleId: number | null; quantity: number; seenPrice: number },
): Promise<number> {
  const isAccount = "accountId" in holder;
  const target = line.variantId === null ? sql`(cart_id, staple_id)` : sql`(cart_id, variant_id)`;
  const { rows } = await sql<{ pieces: number }>`
    with c as (
      insert into cart (account_id, token_hash)
      values (${isAccount ? holder.accountId : null}, ${isAccount ? null : holder.tokenHash})
      on conflict (${isAccount ? sql`account_id` : sql`token_hash`}) do update set updated_at = now()
      returning id),
    line as (
      insert into cart_line (cart_id, variant_id, staple_id, quantity, seen_price)
      select c.id, ${line.variantId}::bigint, ${line.stapleId}::bigint, ${line.quantity}::int, ${line.seenPrice}::bigint from c
      on conflict ${target} do update
        set quantity = least(cart_line.quantity + excluded.quantity, 999), seen_price = excluded.seen_price
      returning id, cart_id, quantity)
    select line.quantity + coalesce((select sum(o.quantity) from cart_line o
             where o.cart_id = line.cart_id and o.id <> line.id), 0)::int as pieces from line`.execute(db);
  return rows[0]!.pieces;
}

/** Sets a line of this holder's cart to an amount; 0 takes it out. @returns whether there was such a line */
export async function setCartLine(
  db: Db,
  holder: CartHolder,
  lineId: number,
  quantity: number,
): Promise<boolean> {
  const own = sql`l.id = ${lineId} and l.cart_id = c.id and ${held(holder)}`;
  const { rows } =
    quantity === 0
      ? await sql`delete from cart_line l using cart c where ${own} returning l.id`.execute(db)
      : await sql`update cart_line l set quantity = ${quantity} from cart c where ${own} returning l.id`.execute(
          db,
        );
  return rows.length > 0;
}

/** Pieces in a cart. */
export async function countCart(db: Db | Tx, holder: CartHolder): Promise<number> {
  const { rows } = await sql<{ pieces: number }>`
    select coalesce(sum(l.quantity), 0)::int as pieces from cart c join cart_line l on l.cart_id = c.id
     where ${held(holder)}`.execute(db);
  return rows[0]!.pieces;
}

export async function emptyCart(tx: Tx, cartId: number): Promise<void> {
  await tx.deleteFrom("cart_line").where("cart_id", "=", cartId).execute();
}

/** Moves a guest's lines into an account's cart; of what is in both the larger amount stays. */
export async function moveCartLines(tx: Tx, tokenHash: Buffer, accountId: number): Promise<void> {
  await sql`
    insert into cart (account_id) values (${accountId}) on conflict (account_id) do update set updated_at = now()`.execute(
    tx,
  );
  for (const column of [sql.ref("variant_id"), sql.ref("staple_id")]) {
    await sql`
      insert into cart_line (cart_id, ${column}, quantity, seen_price)
      select mine.id, l.${column}, l.quantity, l.seen_price
        from cart guest join cart_line l on l.cart_id = guest.id join cart mine on mine.account_id = ${accountId}
       where guest.token_hash = ${tokenHash} and l.${column} is not null
      on conflict (cart_id, ${column}) do update set quantity = greatest(cart_line.quantity, excluded.quantity)`.execute(
      tx,
    );
  }
  await sql`delete from cart where token_hash = ${tokenHash}`.execute(tx);
}
