import { LRUCache } from "lru-cache";
import { CART_COUNT, SESSION, VILLAGE } from "./cookie-names.ts";
import type { SharedBody } from "./http/body.ts";
import type { Searched } from "./http/search-counter.ts";

/** A page of a guest as it was sent. */
export type CachedPage = {
  readonly body: SharedBody;
  readonly headers: readonly (readonly [string, string])[];
  /** what the search on it found */
  readonly searched: Searched | undefined;
};

const MOST_BYTES = 48 * 1024 * 1024;
/** So that opening hours and promises on a page stay true. */
const LONGEST_AGE_MS = 30_000;
const PUBLIC_PAGE = /^\/(?:$|produk(?:\/[^/]+)?$|umkm\/[^/]+$|warung\/[^/]+$|lokasi$)/;

/** Keys of pages that show what a search finds. */
const SEARCH_PAGE = /^\/produk[? ]/;

/** The same for everyone, whoever asks from wherever. */
const FOR_ALL = "/cari/saran";

function cookieOf(header: string, name: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${name}=([^;]*)`).exec(header)?.[1]?.trim();
}

/** A public page as every guest in a village with the same number in the basket gets it. */
export type SharedRequest = {
  readonly key: string;
  /** without what advertisers add to addresses, in one order */
  readonly path: string;
  /** only the two cookies the page depends on */
  readonly cookie: string;
};

const NOISE = /^(?:utm_\w+|fbclid|gclid|ref)$/;

/**
 * What a guest's public page depends on: its address, the village, and the number in the basket.
 * @returns undefined when the page is not public, or is made for somebody who is logged in
 */
export function sharedRequest(method: string, url: URL, cookies: string): SharedRequest | undefined {
  const isRead = method === "GET" || method === "HEAD";
  if (isRead && url.pathname === FOR_ALL) {
    const path = `${FOR_ALL}?${new URLSearchParams({ q: url.searchParams.get("q") ?? "" })}`;
    return { key: path, path, cookie: "" };
  }
  if (!isRead || !PUBLIC_PAGE.test(url.pathname) || url.searchParams.has("_data")) return undefined;
  if (cookieOf(cookies, SESSION)) return undefined;
  const village = cookieOf(cookies, VILLAGE) ?? "";
  const pieces = cookieOf(cookies, CART_COUNT) ?? "";
  // A mangled cookie is as good as none: it must not fill the cache with copies.
  const kept = [
    ...(/^18\.\d\d\.\d\d\.\d{4}$/.test(village) ? [`${VILLAGE}=${village}`] : []),
    ...(/^[1-9]\d?$/.test(pieces) ? [`${CART_COUNT}=${pieces}`] : []),
  ];
  const params = new URLSearchParams([...url.searchParams].filter(([name]) => !NOISE.test(name)));
  params.sort();
  const query = params.toString();
  const path = query ? `${url.pathname}?${query}` : url.pathname;
  const cookie = kept.join("; ");
  return { key: `${path} ${cookie}`, path, cookie };
}

/**
 * Pages of guests, kept as bytes. Emptied whenever the catalogue changes, so that a page is never older than the last
 * change; many asking for the same missing page wait for one rendering of it.
 */
export class PageCache {
  readonly #pages = new LRUCache<string, CachedPage>({
    maxSize: MOST_BYTES,
    // compressed forms are kept beside the plain one
    sizeCalculation: (page) => Math.ceil(page.body.plain.length * 1.5) + 1_000,
    ttl: LONGEST_AGE_MS,
  });
  readonly #rendering = new Map<string, Promise<CachedPage | undefined>>();
  #generation = 0;
  #open = true;
  hits = 0;
  misses = 0;

  /** Forgets everything; what is being rendered right now is not kept either, as it may have read the old state. */
  clear(): void {
    this.#generation++;
    this.#pages.clear();
    this.#rendering.clear();
  }

  /** Forgets the lists of hits: the search index has caught up with a change. */
  clearSearches(): void {
    this.#generation++;
    for (const key of this.#pages.keys()) if (SEARCH_PAGE.test(key)) this.#pages.delete(key);
    this.#rendering.clear();
  }

  /** While changes may be missed (the listening connection is down) nothing is kept. */
  setOpen(open: boolean): void {
    this.#open = open;
    this.clear();
  }

  /**
   * The page under this key, else what `render` makes of it; `render` answers undefined for what must not be shared,
   * and each who waited then renders for themselves.
   */
  async get(key: string, render: () => Promise<CachedPage | undefined>): Promise<CachedPage | undefined> {
    const kept = this.#pages.get(key);
    if (kept) {
      this.hits++;
      return kept;
    }
    this.misses++;
    if (!this.#open) return render();
    const underWay = this.#rendering.get(key);
    if (underWay) return underWay;
    const generation = this.#generation;
    const rendering = render().then((page) => {
      if (page && generation === this.#generation) this.#pages.set(key, page);
      return page;
    });
    this.#rendering.set(key, rendering);
    const forget = () => {
      if (this.#rendering.get(key) === rendering) this.#rendering.delete(key);
    };
    rendering.then(forget, forget);
    return rendering;
  }
}
