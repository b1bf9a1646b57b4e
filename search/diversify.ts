import { kindOf } from "./read-query.ts";

/** The hits whose order is mixed; beyond them the engine's own order holds. */
export const MIXED = 120;

/** How many places a hit steps back for each one of its kind, or of its seller, that stands before it. */
const KIND_STEP = 30;
const SELLER_STEP = 12;

export type Rankable = { readonly name: string; readonly seller: string };

/**
 * Mixes kinds and sellers into the first hits: ten times the same chips, or one seller's whole shelf, hide what else
 * was found. A hit keeps its place unless something else of about the same worth was not seen yet. Deterministic.
 */
export function diversify<Hit extends Rankable>(hits: readonly Hit[]): Hit[] {
  const seenKinds = new Map<string, number>();
  const seenSellers = new Map<string, number>();
  const left = hits.map((hit, place) => ({ hit, place, kind: kindOf(hit.name) }));
  const mixed: Hit[] = [];
  while (left.length > 0) {
    let best = 0;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const [index, { hit, place, kind }] of left.entries()) {
      // Places only grow: nothing further back can be cheaper.
      if (place >= bestCost) break;
      const cost = place + KIND_STEP * (seenKinds.get(kind) ?? 0) + SELLER_STEP * (seenSellers.get(hit.seller) ?? 0);
      if (cost < bestCost) {
        bestCost = cost;
        best = index;
      }
    }
    const [{ hit, kind }] = left.splice(best, 1) as [{ hit: Hit; place: number; kind: string }];
    seenKinds.set(kind, (seenKinds.get(kind) ?? 0) + 1);
    seenSellers.set(hit.seller, (seenSellers.get(hit.seller) ?? 0) + 1);
    mixed.push(hit);
  }
  return mixed;
}
