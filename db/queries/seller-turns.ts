import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type CardRow, cardColumns, cardJoins } from "./catalogue-pages.ts";

export type TurnRules = {
  /** in so many days all sellers of a regency have had a turn … */
  readonly days: number;
  /** … and at least so many have one on a day */
  readonly least: number;
  /** turns are remembered for so many days */
  readonly kept: number;
};

/**
 * Gives turns for `day`, once: of each regency those who never had one first, then who had theirs longest ago; among
 * equals who had fewest, then who sold least, then the newest. Only sellers with something to sell.
 */
export async function insertSellerTurns(
  db: Db,
  day: string,
  { days, least, kept }: TurnRules,
): Promise<void> {
  await sql`
    insert into seller_turn (day, regency_code, place, umkm_id)
    select ${day}::date, regency_code, place, id
    from (
      select u.id, u.regency_code, count(*) over (partition by u.regency_code) as sellers,
        row_number() over (partition by u.regency_code
          order by last.day nulls first, last.turns, goods.sold, u.verified_at desc nulls last, u.id) as place
      from umkm u
      join (select umkm_id, sum(sold) as sold from product where public and in_stock group by umkm_id) goods
        on goods.umkm_id = u.id
      left join lateral (select max(t.day) as day, count(*) as turns from seller_turn t where t.umkm_id = u.id) last on true
    ) waiting
    where place <= greatest(${least}, ceil(sellers / ${days}::numeric))
      and not exists (select 1 from seller_turn where day = ${day}::date)
    on conflict do nothing`.execute(db);
  await sql`delete from seller_turn where day < ${day}::date - ${kept}::int`.execute(db);
}

export type TurnRow = CardRow & { readonly seller_slug: string };

/**
 * The next `shown` sellers in turn with one product each: they go round, `slot` by `slot`, through all who have a turn on
 * `day` (or had one on the last day before, should nobody have given turns since).
 * @param categories only sellers with goods of these kinds; none: any
 */
export async function findTurnRows(
  db: Db,
  where: { readonly regencies: readonly string[]; readonly categories: readonly string[] },
  when: { readonly day: string; readonly slot: number; readonly shown: number },
): Promise<TurnRow[]> {
  const { regencies, categories } = where;
  const { day, slot, shown } = when;
  const inRegency = regencies.length > 0 ? sql`and t.regency_code = any(${[...regencies]}::text[])` : sql``;
  const ofKind = categories.length > 0 ? sql`and p.category_slug = any(${[...categories]}::text[])` : sql``;
  const goods = sql`cross join lateral (select p.id from product p
    where p.umkm_id = t.umkm_id and p.public and p.in_stock ${ofKind} order by p.sold desc, p.id limit 1) g`;
  // Only sellers with goods had a turn; who has sold out since is passed over. Those without goods of a kind are many,
  // and must be out before the others are numbered, else some would never be seen beside that kind.
  const isAnyKind = categories.length === 0;
  const { rows } = await sql<TurnRow>`
    with numbered as (
      select t.umkm_id, ${isAnyKind ? sql`0` : sql`g.id`} as id,
        row_number() over (order by t.place, t.regency_code) - 1 as at, count(*) over () as sellers
      from seller_turn t ${isAnyKind ? sql`` : goods}
      where t.day = (select max(day) from seller_turn where day <= ${day}::date) ${inRegency}),
    waiting as (
      select t.umkm_id, t.id, mod(mod(t.at - ${slot}::bigint * ${shown}, t.sellers) + t.sellers, t.sellers) as at
      from numbered t order by 3 limit ${shown * 3}),
    chosen as (
      select ${isAnyKind ? sql`g.id` : sql`t.id`}, t.at from waiting t ${isAnyKind ? goods : sql``}
      order by t.at limit ${shown})
    select ${cardColumns}, u.slug as seller_slug
    from chosen c join product p on p.id = c.id
    ${cardJoins}
    order by c.at`.execute(db);
  return rows;
}
