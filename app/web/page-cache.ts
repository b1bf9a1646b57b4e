import { LRUCache } from "lru-cache";
import { CART_COUNT, SESSION, VILLAGE } from "./cookie-names.ts";
import { SharedBody } from "./http/body.ts";

const MAX_BYTES = 48 * 1024 * 1024;
/** Opening hours and "today" on a page are at most this old. */
const MAX_AGE_MS = 30_000;
/** A burst of changes empties the cache at most this often: pages are then at most this late. */
const CLEAR_EVERY_MS = 400;

const PUBLIC_PAGE = /^\/(?:produk(?:\/[a-z0-9-]{1,120})?|umkm\/[a-z0-9-]{1,120}|warung\/[a-z0-9-]{1,120}|lokasi)?$/;
const CAMPAIGN_PARAMETER = /^(?:utm_\w+|fbclid|gclid|igsh|_ga)$/;
const LONGEST_KEY = 1_000;

/** A page for everyone with the same village and the same number in the cart. */
export type SharedPage = {
  readonly status: number;
  /** as the app set them, names in lower case */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: SharedBody;
};

/** What a shared page may depend on: nothing else of the visitor's request reaches the app. */
export type SharedRequest = { readonly key: string; readonly url: URL; readonly cookie: string };

function cookieValue(cookies: string, name: string, pattern: RegExp): string {
  const found = new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(cookies)?.[1]?.trim() ?? "";
  return pattern.test(found) ? found : "";
}

const HAS_SESSION = new RegExp(`(?:^|;\\s*)${SESSION}=[^;\\s]`);

/**
 * The shared form of a GET request for a public page: query in one order, without empty and campaign parameters.
 * @returns undefined when the page is not public or somebody is logged in
 */
export function sharedRequest(url: URL, cookies: string): SharedRequest | undefined {
  if (!PUBLIC_PAGE.test(url.pathname) || HAS_SESSION.test(cookies)) return undefined;
  const query = [...url.searchParams]
    .filter(([name, value]) => value !== "" && !CAMPAIGN_PARAMETER.test(name))
    .sort(([a, one], [b, other]) => (a === b ? (one < other ? -1 : 1) : a < b ? -1 : 1));
  const village = cookieValue(cookies, VILLAGE, /^18\.\d\d\.\d\d\.\d{4}$/);
  const pieces = cookieValue(cookies, CART_COUNT, /^[1-9]\d?$/);
  const shared = new URL(url.pathname, url);
  shared.search = new URLSearchParams(query).toString();
  const key = `${shared.href}\n${village}\n${pieces}`;
  if (key.length > LONGEST_KEY) return undefined;
  const cookie = [village && `${VILLAGE}=${village}`, pieces && `${CART_COUNT}=${pieces}`].filter(Boolean).join("; ");
  return { key, url: shared, cookie };
}

export type Outcome = "hit" | "joined" | "miss";

/**
 * Guests' pages, ready to send. Emptied when the catalogue changes; while changes cannot be heard nothing is kept.
 * Many asking for the same cold page wait for one render.
 */
export class PageCache {
  readonly #pages = new LRUCache<string, SharedPage>({
    maxSize: MAX_BYTES,
    // the two compressed forms together are about a third of the page
    sizeCalculation: (page, key) => Math.ceil(page.body.plain.length * 1.35) + key.length * 2 + 1_000,
    ttl: MAX_AGE_MS,
  });
  #underWay = new Map<string, Promise<SharedPage | undefined>>();
  #isListening = false;
  #clearedAt = 0;
  #clearing: NodeJS.Timeout | undefined;

  /**
   * The page for `key`, rendered by `render` when it is not there. `undefined` from `render` means: this page may not be
   * shared, ask for your own.
   */
  async get(
    key: string,
    render: () => Promise<SharedPage | undefined>,
  ): Promise<{ page: SharedPage | undefined; outcome: Outcome }> {
    const kept = this.#pages.get(key);
    if (kept) return { page: kept, outcome: "hit" };
    const underWay = this.#underWay;
    const joined = underWay.get(key);
    if (joined) return { page: await joined, outcome: "joined" };
    const rendering = render();
    underWay.set(key, rendering);
    try {
      const page = await rendering;
      // Emptied meanwhile: what was rendered may be from before the change.
      if (page?.status === 200 && this.#isListening && underWay === this.#underWay) this.#pages.set(key, page);
      return { page, outcome: "miss" };
    } finally {
      underWay.delete(key);
    }
  }

  /** Changes are heard from now on. */
  resume(): void {
    this.#isListening = true;
    this.#empty();
  }

  /** Changes may be missed from now on. */
  pause(): void {
    this.#isListening = false;
    this.#empty();
  }

  /** The catalogue changed: at once, or within CLEAR_EVERY_MS when it was emptied just now. */
  catalogueChanged(): void {
    if (this.#clearing) return;
    const wait = this.#clearedAt + CLEAR_EVERY_MS - Date.now();
    if (wait <= 0) return this.#empty();
    this.#clearing = setTimeout(() => this.#empty(), wait);
    this.#clearing.unref();
  }

  #empty(): void {
    clearTimeout(this.#clearing);
    this.#clearing = undefined;
    this.#clearedAt = Date.now();
    this.#pages.clear();
    this.#underWay = new Map();
  }

  get bytes(): number {
    return this.#pages.calculatedSize;
  }
}

/** The answer as a page to keep; undefined when it is meant for one visitor only (it sets a cookie). */
export async function toSharedPage(answer: Response): Promise<SharedPage | undefined> {
  if (answer.headers.has("set-cookie")) return undefined;
  const plain = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: [...answer.headers], body: new SharedBody(plain) };
}
