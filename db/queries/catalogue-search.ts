import { type RawBuilder, sql } from "kysely";
import type { Db } from "../client.server.ts";
import {
  bandColumn,
  type CatalogueCounts,
  type CatalogueFilter,
  type CatalogueSort,
  type CountsRow,
  condition,
  conditions,
  countsOf,
  distanceTo,
  type Facet,
  sellerTally,
  tally,
} from "./catalogue-filter.ts";

/** Any phrase will do; in a phrase each word, in any of its spellings. */
export type SearchTerm = { readonly phrases: readonly (readonly (readonly string[])[])[] };

export type CatalogueSearch = {
  readonly filter: CatalogueFilter;
  readonly sort: CatalogueSort;
  readonly offset: number;
  readonly limit: number;
  /** rows looked at for the total and the counts */
  readonly reach: number;
  readonly sellers: number;
  /** 0: none */
  readonly staples: number;
};

export type SearchedProduct = {
  readonly row: number;
  readonly name: string;
  readonly seller: string;
  readonly score: number;
};

export type CatalogueFound = CatalogueCounts & {
  readonly products: readonly SearchedProduct[];
  readonly staples: readonly SearchedProduct[];
  readonly total: number;
};

/**
 * How products match a text: `where` must be answered by an index, `rank` grows with the fit; `more` is added to the rank
 * of those that are likely to be shown, as ranking costs more than finding.
 */
type Match = {
  readonly where: RawBuilder<unknown>;
  readonly rank: RawBuilder<unknown>;
  readonly more: RawBuilder<unknown>;
  readonly staple: RawBuilder<unknown>;
};

/** The first by `rank` that get `more`: what of the others is not shown on the first pages needs no exact place. */
const LIKELY = 300;

/** Where a word may stand: `:ABC` is all but the description (weight D). */
type Where = "" | ":ABC";

/** A word as `to_tsquery` takes it; everything but letters and digits is gone before, so nothing can be injected. */
const lexeme = (word: string, where: Where) => `'${word.replace(/[^\p{L}\p{N}]/gu, "")}'${where}`;
const anyOf = (words: readonly string[], where: Where) =>
  words.length === 1 ? lexeme(words[0]!, where) : `(${words.map((word) => lexeme(word, where)).join(" | ")})`;

function phraseText(phrase: readonly (readonly string[])[], where: Where, isExact = false): string {
  return phrase.map((words) => anyOf(words, where)).join(isExact ? " <-> " : " & ");
}

/** The words as they stand or by their Indonesian stems; misspellings have no stems. A shorter query is a faster one. */
const asQuery = (text: string, stemmed = text) =>
  sql`(to_tsquery('simple', ${text}) || to_tsquery('indonesian', ${stemmed}))`;

function termQuery({ phrases }: SearchTerm, where: Where, isExact?: boolean) {
  const text = (shown: typeof phrases) =>
    shown.map((phrase) => `(${phraseText(phrase, where, isExact)})`).join(" | ");
  const standard = phrases.map((phrase) => phrase.map(([word = ""]) => [word]));
  return asQuery(text(phrases), text(standard));
}

// With the slash "Santan/Kelapa" would be one word, a path.
const stapleName = sql`translate(unaccent(s.name), '/', ' ')`;
const stapleVector = sql`(
  setweight(to_tsvector('simple', ${stapleName}), 'A') || setweight(to_tsvector('indonesian', ${stapleName}), 'A')
  || setweight(to_tsvector('simple', s.group_name), 'B'))`;

/**
 * What was typed counts by how well it fits: in the name far more than in the description. Its other meanings all count
 * alike: having several of them does not make a product fit better. The rank of a product is that of what was typed, where
 * it is there, and `more`, or that of the meanings alone.
 */
function ranksOf(vector: RawBuilder<unknown>, query: RawBuilder<unknown>, typed: RawBuilder<unknown>) {
  const weights = sql`'{0.02, 0.1, 0.4, 1}'::real[]`;
  const isTyped = sql`${vector} @@ ${typed}`;
  const meanings = sql`least(ts_rank(${weights}, ${vector}, ${query}), 0.3)`;
  return {
    rank: sql`case when ${isTyped} then ts_rank(${weights}, ${vector}, ${typed}) else ${meanings} end`,
    more: sql`case when ${isTyped} then ${meanings} else 0 end`,
  };
}

export type CatalogueWords = {
  readonly terms: readonly SearchTerm[];
  readonly amounts: readonly string[];
  /** `all`: every term and amount must be there. `some`: the more the better. */
  readonly strictness: "all" | "some";
  readonly inDescription: boolean;
  /** one word right after the other */
  readonly isExact?: boolean;
};

function matchWords({ terms, amounts, strictness, inDescription, isExact }: CatalogueWords): Match {
  const where = inDescription ? "" : ":ABC";
  const parts = terms.map((term) => termQuery(term, where, isExact));
  const extra = amounts.map((amount) => asQuery(lexeme(amount, where)));
  const query = sql`(${sql.join([...parts, ...extra], strictness === "all" ? sql` && ` : sql` || `)})`;
  const typed = asQuery(
    terms.map(({ phrases }) => `(${phraseText(phrases[0]!, where)})`).join(" | ") ||
      lexeme(amounts[0]!, where),
  );
  const ranked = sql`(${sql.join([...parts, ...extra], sql` || `)})`;
  const staple = ranksOf(stapleVector, ranked, typed);
  return {
    where: sql`p.search_vector @@ ${query}`,
    ...ranksOf(sql`p.search_vector`, ranked, typed),
    staple: sql`select s.id, s.name, ${staple.rank} + ${staple.more} as rank, s.position
                from staple s where ${stapleVector} @@ ${query}`,
  };
}

/** Names that look like the text (pg_trgm): for slips that nothing else mends. */
function matchLookalikes(text: string): Match {
  return {
    where: sql`${text} <% p.search_text`,
    rank: sql`word_similarity(${text}, p.search_text)`,
    more: sql`0`,
    staple: sql`select s.id, s.name, word_similarity(${text}, lower(s.name)) as rank, s.position
                from staple s where ${text} <% lower(s.name)`,
  };
}

const ORDERS = {
  terdekat: (p: RawBuilder<unknown>) => sql`d.metres, ${p}.sold desc, ${p}.id`,
  relevan: (p: RawBuilder<unknown>) => sql`${p}.sold desc, ${p}.id`,
  terlaris: (p: RawBuilder<unknown>) => sql`${p}.sold desc, ${p}.id`,
  terbaru: (p: RawBuilder<unknown>) => sql`${p}.id desc`,
  termurah: (p: RawBuilder<unknown>) => sql`${p}.price_from, ${p}.id`,
  termahal: (p: RawBuilder<unknown>) => sql`${p}.price_from desc, ${p}.id desc`,
};

/**
 * One statement that looks at no more than `reach` rows per list of counts: the first that match, ranked afterwards.
 */
function statement(search: CatalogueSearch, match: Match) {
  const { filter, sort, reach } = search;
  const columns = sql`p.umkm_id, p.category_slug, p.regency_code, p.made_in_district_code, p.price_from, p.in_stock, p.is_halal`;
  const likely =
    sort === "relevan"
      ? sql`select f.id, f.rank + (select ${match.more} from product p where p.id = f.id) as rank
            from (select id, rank from found order by rank desc, in_stock desc, sold desc, id limit ${LIKELY}) f`
      : sql`select id, rank from found`;
  const ranked =
    sort === "relevan" ? sql`f.rank desc, f.in_stock desc, f.sold desc, f.id` : ORDERS[sort](sql.ref("f"));
  const metres = filter.place ? distanceTo(filter.place) : sql`0`;
  const distances =
    sort === "terdekat"
      ? sql`join (select d.code, ${metres} as metres from district d) d on d.code = f.made_in_district_code`
      : sql``;
  const counted = (facet: Facet) =>
    condition(filter, facet)
      ? sql`(select ${columns} from product p where ${conditions(filter, [facet], match.where)} limit ${reach}) p`
      : sql`found p`;
  const { place } = filter;
  return sql<Omit<CatalogueFound, keyof CatalogueCounts> & CountsRow>`
    with found as materialized (
      select p.id, p.name, p.sold, ${columns}, ${match.rank}::float8 as rank
      from product p where ${conditions(filter, [], match.where)} limit ${reach}),
    likely as (${likely}),
    placed as (
      select f.id, f.name, f.umkm_id, f.sold, f.in_stock, f.price_from, f.made_in_district_code,
        coalesce(l.rank, f.rank) as rank
      from found f left join likely l on l.id = f.id),
    page as (
      select f.id, f.name, f.umkm_id, f.rank, row_number() over (order by ${ranked}) as place
      from placed f ${distances} order by ${ranked} offset ${search.offset} limit ${search.limit})
    select
      (select coalesce(jsonb_agg(jsonb_build_object('row', id, 'name', name, 'seller', umkm_id::text, 'score', rank)
              order by place), '[]') from page) as products,
      (select coalesce(jsonb_agg(jsonb_build_object('row', id, 'name', name, 'seller', '', 'score', rank)
              order by rank desc, position), '[]')
       from (${
         search.staples > 0
           ? sql`${match.staple} order by rank desc, position limit ${search.staples}`
           : sql`
         select 0 as id, '' as name, 0 as rank, 0 as position where false`
       }) s) as staples,
      (select count(*) from found)::int as total,
      ${tally(sql`p.category_slug`, counted("category"))} as category,
      ${tally(sql`p.regency_code`, counted("regency"))} as regency,
      ${tally(bandColumn, counted("priceBand"))} as bands,
      (select count(*) from ${counted("inStock")} where p.in_stock)::int as "inStock",
      (select count(*) from ${counted("halal")} where p.is_halal)::int as halal,
      ${place ? sql`(select count(*) from ${counted("near")} where p.made_in_district_code = ${place.districtCode})` : sql`0`}::int as "inDistrict",
      ${place ? sql`(select count(*) from ${counted("near")} where p.regency_code = ${place.regencyCode})` : sql`0`}::int as "inRegency",
      ${sellerTally(counted("seller"), search.sellers, filter.seller)} as seller`;
}

async function find(db: Db, search: CatalogueSearch, match: Match): Promise<CatalogueFound> {
  const { rows } = await statement(search, match).execute(db);
  const row = rows[0]!;
  const { products, staples, total } = row;
  return { products, staples, total, ...countsOf(row, search.filter) };
}

/** Products and staples with these words, their other meanings, spellings or stems. */
export async function searchCatalogueByWords(
  db: Db,
  search: CatalogueSearch,
  words: CatalogueWords,
): Promise<CatalogueFound> {
  return find(db, search, matchWords(words));
}

/** Products and staples whose name looks like `text`. */
export async function searchCatalogueByLooks(
  db: Db,
  search: CatalogueSearch,
  text: string,
): Promise<CatalogueFound> {
  return db.transaction().execute(async (tx) => {
    // PostgreSQL's own 0.6 asks for more than a slip in a short word leaves alike.
    await sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`.execute(tx);
    return find(tx, search, matchLookalikes(text));
  });
}
