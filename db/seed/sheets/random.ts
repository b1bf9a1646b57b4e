/** Chance that always falls the same way: the same key gives the same numbers on every machine. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  /** a whole number, both ends included */
  int(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** FNV-1a: the seed of a key. */
function seedOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A generator of its own for each key (mulberry32), so that a change in one row does not shift all others. */
export function randomFor(...key: readonly (string | number)[]): Random {
  let state = seedOf(key.join("/"));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)]!,
    chance: (probability) => next() < probability,
  };
}

/** The n-th of `size` different numbers in a shuffled order; `step` must share no factor with `size`. */
export function scattered(n: number, size: number, step: number): number {
  return Number((BigInt(n + 1) * BigInt(step)) % BigInt(size));
}
