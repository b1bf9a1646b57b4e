import { LRUCache } from "lru-cache";
import type { CountedSearch } from "../../domain/searches/count-searches.server.ts";
import { searchedText } from "../../domain/searches/searched-text.ts";

/** What a search page found, as its loader tells it. */
export type Searched = {
  readonly text: string;
  /** products and staples */
  readonly found: number;
  readonly source: "meilisearch" | "postgres";
};

/** Fewer than this is next to nothing. */
const FEW = 3;
/** The same person's same search counts once in this time; a page turned back to is no new search. Milliseconds. */
const ONCE_IN = 10 * 60_000;
/** Different searches of one address in that time: more are no person's. */
const MOST_OF_ONE = 40;
/** Different texts that wait to be written. */
const MOST_WAITING = 500;
const BOT =
  /bot\b|crawl|spider|slurp|facebookexternalhit|preview|monitor|curl|wget|python|axios|go-http|java\/|okhttp|scrapy|ahrefs|semrush/i;

type Asking = { readonly address: string; readonly agent: string | undefined };

/**
 * Counts searches in memory, to be written in batches. Who searched is known only as long as it takes to tell a person
 * from a program, and is never written.
 */
export class SearchCounter {
  #waiting = new Map<string, { -readonly [Key in keyof CountedSearch]: CountedSearch[Key] }>();
  readonly #seen = new LRUCache<string, true>({ max: 20_000, ttl: ONCE_IN });
  readonly #of = new LRUCache<string, number>({ max: 5_000, ttl: ONCE_IN });

  /** Never throws, and takes no time worth mentioning. */
  note({ text: typed, found, source }: Searched, { address, agent }: Asking): void {
    if (!agent || BOT.test(agent)) return;
    const text = searchedText(typed);
    if (text === undefined || this.#seen.has(`${address} ${text}`)) return;
    const before = this.#of.get(address) ?? 0;
    if (before >= MOST_OF_ONE) return;
    this.#of.set(address, before + 1);
    this.#seen.set(`${address} ${text}`, true);
    let counted = this.#waiting.get(text);
    if (!counted) {
      if (this.#waiting.size >= MOST_WAITING) return;
      counted = { text, searches: 0, foundNone: 0, foundFew: 0, byPostgres: 0 };
      this.#waiting.set(text, counted);
    }
    counted.searches++;
    if (found === 0) counted.foundNone++;
    else if (found < FEW) counted.foundFew++;
    if (source === "postgres") counted.byPostgres++;
  }

  /** What waits, handed over: from here on it is counted anew. */
  take(): readonly CountedSearch[] {
    const taken = [...this.#waiting.values()];
    this.#waiting = new Map();
    return taken;
  }
}
