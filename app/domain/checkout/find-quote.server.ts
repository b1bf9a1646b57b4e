import { createHash } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import type { CartHolder } from "#db/queries/cart.ts";
import { now } from "../../lib/clock.ts";
import { metresBetween } from "../../lib/distance.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { type Cart, type CartLine, findCart } from "../cart/find-cart.server.ts";
import type { JudgedWithTerms } from "../orders/judge-candidates.server.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../orders/payment-methods.ts";
import { deliveryFee } from "../warung/delivery-fee.ts";
import type { DeliveryPromise } from "../warung/delivery-window.ts";
import { firstLegFee } from "../warung/first-leg-fee.ts";
import { reachOf } from "../warung/reach.ts";
import { askWarung } from "./ask-warung.server.ts";
import { cardOffer } from "./card-offer.server.ts";
import { findShelfWarung } from "./find-shelf-warung.server.ts";
import { type PickupPlace, pickupPlacesOf } from "./pickup-places.ts";
import { serveFromShelf } from "./serve-from-shelf.ts";
import { splitCart } from "./split-cart.ts";

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
  readonly warung: {
    readonly name: string;
    readonly distanceM: number | null;
    /** ways of paying it takes */
    readonly takes: readonly PaymentMethod[];
  } | null;
};

export type Quote = {
  readonly cart: Cart;
  /** one, or two when some goods can come earlier than the others */
  readonly parts: readonly QuotePart[];
  readonly deliveryFee: number;
  readonly firstLegFee: number;
  readonly total: number;
  /** where the buyer fetches everything; null: it is delivered, or the warung they chose cannot */
  readonly pickup: PickupPlace | null;
  /** warung near the village that could hand all of it out, the nearest first */
  readonly pickupPlaces: readonly PickupPlace[];
  /** ways of paying that whoever would be asked first takes */
  readonly methods: readonly PaymentMethod[];
  /** ways that only another warung takes: with them fees and times may be others */
  readonly otherMethods: readonly PaymentMethod[];
  /** why a card cannot pay this much, in words */
  readonly cardObstacle: string | undefined;
  /** why this cannot be ordered now, in words */
  readonly obstacle: string | undefined;
  /** what the buyer agrees to; sent back with the form and compared */
  readonly seal: string;
};

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);

function obstacleOf(
  cart: Cart,
  judged: readonly (readonly JudgedWithTerms[])[],
  pickup: PickupPlace | null | undefined,
): string | undefined {
  if (cart.lines.length === 0) return "Keranjang Anda masih kosong.";
  const trouble = cart.lines.find((line) => line.trouble);
  if (trouble) return `${trouble.name}: ${trouble.trouble}`;
  if (pickup === null)
    return "Warung ini tidak dapat menyiapkannya untuk diambil. Pilih warung lain, atau minta diantar.";
  for (const candidates of pickup ? [] : judged) {
    const serving = candidates.filter((candidate) => candidate.serves && candidate.status === "ready");
    if (serving.length === 0) return "Belum ada warung yang dapat mengantar ke desa ini. Pilih desa lain.";
    const out = serving.map((candidate) => candidate.staplesOut);
    const everywhere = out[0]!.filter((name) => out.every((names) => names.includes(name)));
    if (everywhere.length > 0)
      return `${everywhere.join(", ")} sedang habis di warung sekitar Anda. Hapus dulu dari keranjang.`;
  }
  return undefined;
}

function sealOf(
  villageCode: string,
  cart: Cart,
  parts: readonly QuotePart[],
  pickup: PickupPlace | null | undefined,
): string {
  const agreed = [
    villageCode,
    pickup?.warungId ?? 0,
    ...parts.map((part) => [part.deliveryFee, part.firstLegFee, part.promise.until.toISOString()]),
    ...cart.lines.map((line) => [line.variant_id, line.staple_id, line.quantity, line.price]),
  ];
  return createHash("sha256").update(JSON.stringify(agreed)).digest("base64url").slice(0, 22);
}

/** What each seller's goods cost to bring to this warung, by umkm id; those on its shelf are there. */
function firstLegsOf(
  lines: readonly CartLine[],
  villageCode: string,
  warung: JudgedWithTerms | undefined,
): Map<number, number> {
  const legs = new Map<number, number>();
  const brought = lines.filter((line) => line.shelf_item_id === undefined);
  for (const umkmId of new Set(brought.flatMap((line) => line.umkm_id ?? []))) {
    const own = brought.filter((line) => line.umkm_id === umkmId);
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

function quotePart(
  lines: readonly CartLine[],
  promise: DeliveryPromise,
  villageCode: string,
  first: JudgedWithTerms | undefined,
  isPickup: boolean,
): QuotePart {
  const goodsTotal = sum(lines.map((line) => (line.price ?? 0) * line.quantity));
  const fee = first && !isPickup ? deliveryFee(first.fees, first.distanceM) : 0;
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
    warung: first ? { name: first.name, distanceM: first.distanceM, takes: first.takes } : null,
  };
}

/** Ways of paying for a whole checkout: at once with whoever would be asked first, and with others. */
function methodsFor(
  parts: readonly QuotePart[],
  judged: readonly (readonly JudgedWithTerms[])[],
): Pick<Quote, "methods" | "otherMethods" | "cardObstacle"> {
  const card = cardOffer(sum(parts.map((part) => part.total)));
  const methods = PAYMENT_METHODS.filter(
    (method) =>
      parts.length > 0 &&
      parts.every(
        ({ warung }) => warung && (method === "card" ? card.isOffered : warung.takes.includes(method)),
      ),
  );
  const otherMethods = PAYMENT_METHODS.filter(
    (method) =>
      !methods.includes(method) &&
      judged.length > 0 &&
      judged.every((candidates) =>
        candidates.some(({ serves, takes, filteredBy }) => {
          const may = filteredBy === null || filteredBy === "payment";
          return serves && may && takes.includes(method);
        }),
      ),
  );
  return { methods, otherMethods, cardObstacle: card.obstacle };
}

type Judging = {
  readonly cart: Cart;
  readonly judged: readonly (readonly JudgedWithTerms[])[];
  readonly parts: readonly QuotePart[];
  /** every part with goods from the shelf goes to the warung of the shelf */
  readonly keepsShelf: boolean;
};

type Place = {
  readonly villageCode: string;
  readonly now: Date;
  readonly calendar: Calendar;
  /** the warung at which the buyer wants to fetch it */
  readonly pickupSlug?: string | undefined;
  readonly payment?: PaymentMethod | undefined;
};

/** The warung that would be asked first: the one where the buyer fetches it, else the best that may, else any that serves. */
function firstAsked(
  candidates: readonly JudgedWithTerms[],
  pickupSlug: string | undefined,
): JudgedWithTerms | undefined {
  if (pickupSlug !== undefined)
    return candidates.find(({ slug, rank }) => slug === pickupSlug && rank !== null);
  return (
    candidates.find((candidate) => candidate.rank !== null) ??
    candidates.find((candidate) => candidate.serves && candidate.status === "ready")
  );
}

/** Splits a cart and looks for the warung of each part. A query per part, or a few. */
async function judgeParts(
  db: Db | Tx,
  cart: Cart,
  { shelfWarungId, ...place }: Place & { shelfWarungId: number | null },
): Promise<Judging> {
  const judged: (readonly JudgedWithTerms[])[] = [];
  const parts: QuotePart[] = [];
  let siblingWarungId: number | null = null;
  let keepsShelf = true;
  for (const part of splitCart(cart.lines, place.villageCode, place)) {
    const fromShelf = part.lines.some((line) => line.shelf_item_id !== undefined);
    const { promise, candidates } = await askWarung(db, part, {
      ...place,
      shelfWarungId: fromShelf ? shelfWarungId : null,
      siblingWarungId,
    });
    const first = firstAsked(candidates, place.pickupSlug);
    if (fromShelf && first?.warungId !== shelfWarungId) keepsShelf = false;
    siblingWarungId = first?.warungId ?? null;
    judged.push(candidates);
    parts.push(quotePart(part.lines, promise, place.villageCode, first, place.pickupSlug !== undefined));
  }
  return { cart, judged, parts, keepsShelf };
}

/** With what lies on the shelf of the warung that would be asked first, where that holds; otherwise without shelves. */
async function judgeCart(db: Db | Tx, cart: Cart, place: Place): Promise<Judging> {
  const shelfWarungId = await findShelfWarung(db, cart.lines, place);
  if (shelfWarungId !== null) {
    const judging = await judgeParts(db, serveFromShelf(cart, shelfWarungId), { ...place, shelfWarungId });
    // when the goods that still have to come are there, that warung may be full or closed: its shelf is left alone then
    if (judging.keepsShelf) return judging;
  }
  return judgeParts(db, cart, { ...place, shelfWarungId: null });
}

/**
 * What a cart costs delivered to a village, or fetched at a warung near it, and by when: one part, or two when some goods can come earlier. Fees are
 * those of the warung that would be asked first (of those that take `payment`, where that is chosen), and stay when another one delivers in the end. A query for the cart,
 * one for the calendar, and one per part, or a few while every warung is closed or full; one more when something lies
 * on a shelf near the buyer.
 */
export async function findQuote(
  db: Db | Tx,
  {
    holder,
    villageCode,
    pickupSlug,
    payment,
  }: {
    holder: CartHolder | null;
    villageCode: string;
    pickupSlug?: string | undefined;
    payment?: PaymentMethod | undefined;
  },
): Promise<Quote> {
  const at = now();
  const found = await findCart(db, holder, villageCode);
  const calendar = await findCalendar(db, at);
  const place = { villageCode, now: at, calendar, pickupSlug, payment };
  const { cart, judged, parts } = await judgeCart(db, found, place);
  const pickupPlaces = pickupPlacesOf(judged, at);
  const chosen = parts.every((part) => part.warung) && pickupPlaces.find(({ slug }) => slug === pickupSlug);
  const pickup = pickupSlug === undefined ? undefined : chosen || null;
  return {
    cart,
    parts,
    deliveryFee: sum(parts.map((part) => part.deliveryFee)),
    firstLegFee: sum(parts.map((part) => part.firstLegFee)),
    total: sum(parts.map((part) => part.total)),
    pickup: pickup ?? null,
    pickupPlaces,
    ...methodsFor(parts, pickup ? [] : judged),
    obstacle: obstacleOf(cart, judged, pickup),
    seal: sealOf(villageCode, cart, parts, pickup),
  };
}
