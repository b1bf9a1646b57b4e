import { besides, kindOf, unlikeliness } from "./names.ts";
import type { Term } from "./read-query.ts";

/** The hits whose order is mixed; beyond them the engine's own order holds. */
export const MIXED = 120;

/** How many places a hit steps back for each one of its kind, or of its seller, that stands before it. */
const KIND_STEP = 30;
const SELLER_STEP = 12;
/** … and for each meaning of the text that is likelier than its own. */
const MEANING_STEP = 10;
/** … and for each thing in its name that was not asked for. */
const BESIDES_STEP = 4;

export type Rankable = { readonly name: string; readonly seller: string };

type Kind = { readonly words: readonly string[]; penalty: number };

/** Words that most kinds share (usually what was searched) tell no kind from another. */
function tellingWords(kinds: readonly string[]): Map<string, Kind> {
  const shared = new Map<string, number>();
  for (const kind of kinds) for (const word of kind.split(" ")) shared.set(word, (shared.get(word) ?? 0) + 1);
  const tells = (word: string) => kinds.length < 3 || shared.get(word)! <= kinds.length * 0.6;
  return new Map(kinds.map((kind) => [kind, { words: kind.split(" ").filter(tells), penalty: 0 }]));
}

/** 1 for the same kind, 0 for kinds that have nothing in common. */
function likeness(a: Kind, b: Kind): number {
  if (a === b) return 1;
  const shared = a.words.filter((word) => b.words.includes(word)).length;
  return shared === 0 ? 0 : shared / (a.words.length + b.words.length - shared);
}

/**
 * Mixes kinds and sellers into the first hits: ten times the same chips, or one seller's whole shelf, hide what else
 * was found; and what the text most likely means goes before what it may mean, too. Deterministic.
 */
export function diversify<Hit extends Rankable>(hits: readonly Hit[], terms: readonly Term[]): Hit[] {
  const kinds = tellingWords([...new Set(hits.map((hit) => kindOf(hit.name)))]);
  const seenSellers = new Map<string, number>();
  const left = hits
    .map((hit, index) => ({
      hit,
      place: index + MEANING_STEP * unlikeliness(hit.name, terms) + BESIDES_STEP * besides(hit.name, terms),
      kind: kinds.get(kindOf(hit.name))!,
    }))
    .sort((a, b) => a.place - b.place);
  const mixed: Hit[] = [];
  while (left.length > 0) {
    let best = 0;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const [index, { hit, place, kind }] of left.entries()) {
      // Places only grow: nothing further back can be cheaper.
      if (place >= bestCost) break;
      const cost = place + kind.penalty + SELLER_STEP * (seenSellers.get(hit.seller) ?? 0);
      if (cost < bestCost) {
        bestCost = cost;
        best = index;
      }
    }
    const { hit, kind } = left[best]!;
    left.splice(best, 1);
    for (const other of kinds.values()) other.penalty += KIND_STEP * likeness(kind, other);
    seenSellers.set(hit.seller, (seenSellers.get(hit.seller) ?? 0) + 1);
    mixed.push(hit);
  }
  return mixed;
}
