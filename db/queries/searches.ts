import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type CountedSearch = {
  readonly text: string;
  readonly searches: number;
  readonly foundNone: number;
  readonly foundFew: number;
  readonly byPostgres: number;
};

/** Adds to the counts of one day; new texts only while the day has fewer than `most`. */
export async function addSearchCounts(
  db: Db,
  { day, counts, most }: { day: string; counts: readonly CountedSearch[]; most: number },
): Promise<void> {
  await sql`
    insert into search_count (day, text, searches, found_none, found_few, by_postgres)
    select ${day}, c.text, c.searches, c."foundNone", c."foundFew", c."byPostgres"
      from json_to_recordset(${JSON.stringify(counts)}::json)
             as c(text text, searches int, "foundNone" int, "foundFew" int, "byPostgres" int)
     where (select count(*) from search_count where day = ${day}) < ${most}
        or exists (select 1 from search_count s where s.text = c.text and s.day = ${day})
        on conflict (text, day) do update set
           searches = search_count.searches + excluded.searches,
           found_none = search_count.found_none + excluded.found_none,
           found_few = search_count.found_few + excluded.found_few,
           by_postgres = search_count.by_postgres + excluded.by_postgres`.execute(db);
}

export type SearchedText = {
  readonly text: string;
  readonly searches: number;
  readonly found_none: number;
  readonly found_few: number;
};

/** The most searched texts since a day (WIB), or those that found nothing the most often. */
export async function listSearchedTexts(
  db: Db,
  { from, onlyNone, limit }: { from: string; onlyNone: boolean; limit: number },
): Promise<SearchedText[]> {
  return db
    .selectFrom("search_count")
    .select((eb) => [
      "text",
      eb.cast<number>(eb.fn.sum("searches"), "integer").as("searches"),
      eb.cast<number>(eb.fn.sum("found_none"), "integer").as("found_none"),
      eb.cast<number>(eb.fn.sum("found_few"), "integer").as("found_few"),
    ])
    .where("day", ">=", from)
    .groupBy("text")
    .$if(onlyNone, (query) => query.having((eb) => eb.fn.sum("found_none"), ">", 0))
    .orderBy(onlyNone ? sql`sum(found_none)` : sql`sum(searches)`, "desc")
    .orderBy("text")
    .limit(limit)
    .execute();
}

/** Takes out what was counted before a day (WIB). */
export async function deleteSearchCounts(db: Db, before: string): Promise<void> {
  await db.deleteFrom("search_count").where("day", "<", before).execute();
}

export type SynonymRow = { readonly typed: string; readonly meant: string };

/** All words that officers added, by the word. */
export async function listSynonyms(db: Db | Tx): Promise<SynonymRow[]> {
  return db.selectFrom("search_synonym").select(["typed", "meant"]).orderBy("typed").execute();
}

/** @returns what it meant before, if it was there */
export async function upsertSynonym(tx: Tx, { typed, meant }: SynonymRow): Promise<string | undefined> {
  const before = await tx
    .selectFrom("search_synonym")
    .select("meant")
    .where("typed", "=", typed)
    .forUpdate()
    .executeTakeFirst();
  await tx
    .insertInto("search_synonym")
    .values({ typed, meant })
    .onConflict((found) => found.column("typed").doUpdateSet({ meant, changed_at: sql`now()` }))
    .execute();
  return before?.meant;
}

/** @returns what it meant; undefined when there was none */
export async function deleteSynonym(tx: Tx, typed: string): Promise<string | undefined> {
  const gone = await tx
    .deleteFrom("search_synonym")
    .where("typed", "=", typed)
    .returning("meant")
    .executeTakeFirst();
  return gone?.meant;
}

/** How many there are. */
export async function countSynonyms(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom("search_synonym")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
