import { sql } from "kysely";
import type { Db } from "../client.server.ts";

type Counts = { readonly products: number; readonly staples: number; readonly sellers: number };

export type SuggestRows = {
  readonly products: readonly { readonly row: number; readonly name: string; readonly seller: string }[];
  readonly staples: readonly number[];
  /** slugs */
  readonly sellers: readonly string[];
};

/** With fewer letters than this an index finds too much: only what is bought most is looked through. */
const LETTERS = 3;
/** So many of the most bought. */
const MOST_BOUGHT = 1_500;
/** So many matches, by name, seller or place, are looked at for names that match, and the most bought among those. */
const MATCHES = 800;

/** Words begin with what was typed; the pattern is matched against a text with a space before it. */
const startsOf = (words: readonly string[]) => words.map((word) => `% ${word.replace(/[%_\\]/g, "\\$&")}%`);

function productsOf(words: readonly string[], limit: number) {
  const last = words.at(-1)!;
  const isShort = words.length === 1 && last.length < LETTERS;
  const lexemes = words.map((word) => `'${word.replace(/[^\p{L}\p{N}]/gu, "")}':*`).join(" & ");
  // The words before the last are finished, but a longer one does no harm.
  return isShort
    ? sql`
      select b.id, b.name, b.umkm_id, b.sold
      from (select id, name, umkm_id, sold, search_text from product where public
            order by sold desc, id limit ${MOST_BOUGHT}) b
      where ' ' || b.search_text like ${startsOf(words)[0]}
      order by b.sold desc, b.id limit ${limit}`
    : sql`
      select m.id, m.name, m.umkm_id, m.sold
      from (select id, name, umkm_id, sold, search_text from product
            where public and search_vector @@ to_tsquery('simple', ${lexemes}) limit ${MATCHES}) m
      where ' ' || m.search_text like all(${startsOf(words)}::text[])
      order by m.sold desc, m.id limit ${limit}`;
}

/** Public products, staples and sellers with words that begin like these; what is bought most first. */
export async function suggestFromCatalogue(
  db: Db,
  words: readonly string[],
  most: Counts,
): Promise<SuggestRows> {
  const patterns = startsOf(words);
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const sellers =
    longest.length < LETTERS
      ? sql`select '' as slug where false`
      : sql`
        select u.slug from umkm u
        where u.status = 'verified' and lower(u.name) like ${`%${longest}%`}
          and ' ' || lower(u.name) like all(${patterns}::text[])
          and exists (select 1 from product p where p.umkm_id = u.id and p.public)
        order by length(u.name), u.id limit ${most.sellers}`;
  const { rows } = await sql<SuggestRows>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('row', f.id, 'name', f.name, 'seller', f.umkm_id::text)
         order by f.sold desc, f.id), '[]') from (${productsOf(words, most.products)}) f) as products,
      (select coalesce(jsonb_agg(f.id order by f.position), '[]') from (
         select s.id, s.position from staple s
         where ' ' || lower(unaccent(translate(s.name, '/-', '  '))) like all(${patterns}::text[])
         order by s.position limit ${most.staples}) f) as staples,
      (select coalesce(jsonb_agg(f.slug), '[]') from (${sellers}) f) as sellers`.execute(db);
  return rows[0]!;
}

export type SuggestedName = {
  readonly kind: "product" | "staple" | "seller";
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly note: string;
};

/** Names of what was suggested, as they stand at this moment; what is no longer public is left out. One query. */
export async function findSuggestedNames(
  db: Db,
  of: {
    readonly products: readonly number[];
    readonly staples: readonly number[];
    readonly sellers: readonly string[];
  },
): Promise<SuggestedName[]> {
  const { rows } = await sql<SuggestedName>`
    select 'product' as kind, p.id::text as id, p.slug, p.name, u.name as note
      from product p join umkm u on u.id = p.umkm_id where p.id = any(${[...of.products]}::bigint[]) and p.public
    union all
    select 'staple', s.id::text, s.key, s.name, s.unit from staple s where s.id = any(${[...of.staples]}::bigint[])
    union all
    select 'seller', u.slug, u.slug, u.name, r.name from umkm u join regency r on r.code = u.regency_code
     where u.slug = any(${[...of.sellers]}::text[]) and u.status = 'verified'`.execute(db);
  return rows;
}
