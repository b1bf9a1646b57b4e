import { createHash } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import type { CartHolder } from "#db/queries/cart.ts";
import { now } from "../../lib/clock.ts";
import { type Cart, type CartLine, findCart } from "../cart/find-cart.server.ts";
import { type JudgedWithTerms, judgeCandidates } from "../orders/judge-candidates.server.ts";
import { deliveryFee } from "../warung/delivery-fee.ts";
import { type DeliveryPromise, promiseFor, type Reach } from "../warung/delivery-window.ts";

export type Quote = {
  readonly cart: Cart;
  /** rupiah */
  readonly deliveryFee: number;
  readonly total: number;
  readonly promise: DeliveryPromise;
  /** the warung that will be asked first, as things stand; null when none serves the village */
  readonly warung: { readonly name: string; readonly distanceM: number | null } | null;
  /** why this cannot be ordered now, in words */
  readonly obstacle: string | undefined;
  /** what the buyer agrees to; sent back with the form and compared */
  readonly seal: string;
};

/** Codes nest: a regency `18.71` and a district `18.71.01` begin the code of their villages. */
export function reachOf(
  lines: readonly Pick<CartLine, "staple_id" | "made_in_district_code" | "regency_code">[],
  villageCode: string,
): Reach {
  const sellers = lines.filter((line) => line.staple_id === null);
  if (sellers.length === 0) return "here";
  if (sellers.every((line) => villageCode.startsWith(`${line.made_in_district_code}.`))) return "district";
  return sellers.every((line) => villageCode.startsWith(`${line.regency_code}.`)) ? "regency" : "province";
}

function obstacleOf(cart: Cart, candidates: readonly JudgedWithTerms[]): string | undefined {
  if (cart.lines.length === 0) return "Keranjang Anda masih kosong.";
  const trouble = cart.lines.find((line) => line.trouble);
  if (trouble) return `${trouble.name}: ${trouble.trouble}`;
  const serving = candidates.filter((candidate) => candidate.serves && candidate.status === "ready");
  if (serving.length === 0) return "Belum ada warung yang dapat mengantar ke desa ini. Pilih desa lain.";
  const out = serving.map((candidate) => candidate.staplesOut);
  const everywhere = out[0]!.filter((name) => out.every((names) => names.includes(name)));
  if (everywhere.length > 0)
    return `${everywhere.join(", ")} sedang habis di warung sekitar Anda. Hapus dulu dari keranjang.`;
  return undefined;
}

function sealOf(villageCode: string, cart: Cart, fee: number, promise: DeliveryPromise): string {
  const agreed = [
    villageCode,
    fee,
    promise.until.toISOString(),
    ...cart.lines.map((line) => [line.variant_id, line.staple_id, line.quantity, line.price]),
  ];
  return createHash("sha256").update(JSON.stringify(agreed)).digest("base64url").slice(0, 22);
}

/**
 * What a cart costs delivered to a village, and by when. The fee is that of the warung that would be asked first, and
 * stays when another one delivers in the end. Two queries.
 */
export async function findQuote(
  db: Db | Tx,
  { holder, villageCode }: { holder: CartHolder | null; villageCode: string },
): Promise<Quote> {
  const cart = await findCart(db, holder, villageCode.slice(0, 5));
  const at = now();
  const promise = promiseFor(reachOf(cart.lines, villageCode), at);
  const candidates = await judgeCandidates(db, {
    villageCode,
    stapleIds: cart.lines.flatMap((line) => (line.staple_id === null ? [] : [line.staple_id])),
    promise,
    chosenWarungId: null,
    orderId: null,
    now: at,
  });
  const first =
    candidates.find((candidate) => candidate.rank !== null) ??
    candidates.find((candidate) => candidate.serves && candidate.status === "ready");
  const fee = first ? deliveryFee(first.fees, first.distanceM) : 0;
  return {
    cart,
    deliveryFee: fee,
    total: cart.goodsTotal + fee,
    promise,
    warung: first ? { name: first.name, distanceM: first.distanceM } : null,
    obstacle: obstacleOf(cart, candidates),
    seal: sealOf(villageCode, cart, fee, promise),
  };
}
