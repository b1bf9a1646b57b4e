import { createHash } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import type { CartHolder } from "#db/queries/cart.ts";
import { now } from "../../lib/clock.ts";
import { metresBetween } from "../../lib/distance.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { type Cart, type CartLine, findCart } from "../cart/find-cart.server.ts";
import { type JudgedWithTerms, judgeCandidates } from "../orders/judge-candidates.server.ts";
import { deliveryFee } from "../warung/delivery-fee.ts";
import { type DeliveryPromise, promisesFor } from "../warung/delivery-window.ts";
import { firstLegFee } from "../warung/first-leg-fee.ts";
import { type Part, reachOf, splitCart } from "./split-cart.ts";

/** What becomes one order: its goods, when they come, by whom, and what that costs in rupiah. */
export type QuotePart = {
  readonly lines: readonly CartLine[];
  readonly promise: DeliveryPromise;
  readonly goodsTotal: number;
  readonly deliveryFee: number;
  /** by seller (umkm id): bringing their goods to the warung */
  readonly firstLegs: ReadonlyMap<number, number>;
  readonly firstLegFee: number;
  readonly total: number;
  /** the warung that will be asked first, as things stand; null when none serves the village */
  readonly warung: { readonly name: string; readonly distanceM: number | null } | null;
};

export type Quote = {
  readonly cart: Cart;
  /** one, or two when some goods can come earlier than the others */
  readonly parts: readonly QuotePart[];
  readonly deliveryFee: number;
  readonly firstLegFee: number;
  readonly total: number;
  /** why this cannot be ordered now, in words */
  readonly obstacle: string | undefined;
  /** what the buyer agrees to; sent back with the form and compared */
  readonly seal: string;
};

/** How many windows or days are tried when every warung is closed or full in the first. */
const MOST_PROMISES = 7;

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);

function obstacleOf(cart: Cart, judged: readonly (readonly JudgedWithTerms[])[]): string | undefined {
  if (cart.lines.length === 0) return "Keranjang Anda masih kosong.";
  const trouble = cart.lines.find((line) => line.trouble);
  if (trouble) return `${trouble.name}: ${trouble.trouble}`;
  for (const candidates of judged) {
    const serving = candidates.filter((candidate) => candidate.serves && candidate.status === "ready");
    if (serving.length === 0) return "Belum ada warung yang dapat mengantar ke desa ini. Pilih desa lain.";
    const out = serving.map((candidate) => candidate.staplesOut);
    const everywhere = out[0]!.filter((name) => out.every((names) => names.includes(name)));
    if (everywhere.length > 0)
      return `${everywhere.join(", ")} sedang habis di warung sekitar Anda. Hapus dulu dari keranjang.`;
  }
  return undefined;
}

function sealOf(villageCode: string, cart: Cart, parts: readonly QuotePart[]): string {
  const agreed = [
    villageCode,
    ...parts.map((part) => [part.deliveryFee, part.firstLegFee, part.promise.until.toISOString()]),
    ...cart.lines.map((line) => [line.variant_id, line.staple_id, line.quantity, line.price]),
  ];
  return createHash("sha256").update(JSON.stringify(agreed)).digest("base64url").slice(0, 22);
}

/** What each seller's goods cost to bring to this warung, by umkm id. */
function firstLegsOf(
  lines: readonly CartLine[],
  villageCode: string,
  warung: JudgedWithTerms | undefined,
): Map<number, number> {
  const legs = new Map<number, number>();
  for (const umkmId of new Set(lines.flatMap((line) => line.umkm_id ?? []))) {
    const own = lines.filter((line) => line.umkm_id === umkmId);
    const { seller_point: seller } = own[0]!;
    const distanceM = seller && warung?.point ? metresBetween(seller, warung.point) : null;
    const grams = sum(own.map((line) => line.weight_grams * line.quantity));
    legs.set(
      umkmId,
      firstLegFee(
        distanceM,
        grams,
        own.every((line) => reachOf(line, villageCode) === "district"),
      ),
    );
  }
  return legs;
}

type Asked = {
  readonly promise: DeliveryPromise;
  readonly candidates: readonly JudgedWithTerms[];
};

/**
 * The earliest promise that some warung can keep, and who could: when all are closed or full in one window, the next is
 * tried. When none can in any, the earliest stands, and an officer will have to find somebody.
 */
async function askWarung(
  db: Db | Tx,
  { lines, reach }: Part<CartLine>,
  question: {
    readonly villageCode: string;
    readonly siblingWarungId: number | null;
    readonly now: Date;
    readonly calendar: Calendar;
  },
): Promise<Asked> {
  const { now, calendar, ...rest } = question;
  let earliest: Asked | undefined;
  let tried = 0;
  for (const promise of promisesFor(reach, now, calendar)) {
    const candidates = await judgeCandidates(db, {
      ...rest,
      stapleIds: lines.flatMap((line) => line.staple_id ?? []),
      promise,
      chosenWarungId: null,
      orderId: null,
      now,
    });
    earliest ??= { promise, candidates };
    if (candidates.some(({ rank }) => rank !== null)) return { promise, candidates };
    const laterMayDo = candidates.some(({ filteredBy }) => filteredBy === "closed" || filteredBy === "full");
    if (!laterMayDo || ++tried >= MOST_PROMISES) break;
  }
  return earliest!;
}

function quotePart(
  lines: readonly CartLine[],
  promise: DeliveryPromise,
  villageCode: string,
  first: JudgedWithTerms | undefined,
): QuotePart {
  const goodsTotal = sum(lines.map((line) => (line.price ?? 0) * line.quantity));
  const fee = first ? deliveryFee(first.fees, first.distanceM) : 0;
  const firstLegs = firstLegsOf(lines, villageCode, first);
  const legs = sum(firstLegs.values());
  return {
    lines,
    promise,
    goodsTotal,
    deliveryFee: fee,
    firstLegs,
    firstLegFee: legs,
    total: goodsTotal + fee + legs,
    warung: first ? { name: first.name, distanceM: first.distanceM } : null,
  };
}

/**
 * What a cart costs delivered to a village, and by when: one part, or two when some goods can come earlier. Fees are
 * those of the warung that would be asked first, and stay when another one delivers in the end. A query for the cart,
 * one for the calendar, and one per part, or a few while every warung is closed or full.
 */
export async function findQuote(
  db: Db | Tx,
  { holder, villageCode }: { holder: CartHolder | null; villageCode: string },
): Promise<Quote> {
  const at = now();
  const cart = await findCart(db, holder, villageCode.slice(0, 5));
  const calendar = await findCalendar(db, at);
  const judged: (readonly JudgedWithTerms[])[] = [];
  const parts: QuotePart[] = [];
  let siblingWarungId: number | null = null;
  for (const part of splitCart(cart.lines, villageCode, { now: at, calendar })) {
    const { promise, candidates } = await askWarung(db, part, {
      villageCode,
      siblingWarungId,
      now: at,
      calendar,
    });
    const first =
      candidates.find((candidate) => candidate.rank !== null) ??
      candidates.find((candidate) => candidate.serves && candidate.status === "ready");
    siblingWarungId = first?.warungId ?? null;
    judged.push(candidates);
    parts.push(quotePart(part.lines, promise, villageCode, first));
  }
  return {
    cart,
    parts,
    deliveryFee: sum(parts.map((part) => part.deliveryFee)),
    firstLegFee: sum(parts.map((part) => part.firstLegFee)),
    total: sum(parts.map((part) => part.total)),
    obstacle: obstacleOf(cart, judged),
    seal: sealOf(villageCode, cart, parts),
  };
}
