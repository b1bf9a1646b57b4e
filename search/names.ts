import { catalogueWords, standardSpelling } from "./dictionary/index.ts";
import type { Term } from "./read-query.ts";
import { wordsOf } from "./words.ts";

type Name = { readonly words: ReadonlySet<string>; readonly kind: string };

const names = new Map<string, Name>();

/** A product's name in standard words; remembered, as the same names are found again and again. */
function readName(name: string): Name {
  const before = names.get(name);
  if (before) return before;
  const words = new Set(standardSpelling(wordsOf(name)));
  const kind = [...words]
    .filter((word) => catalogueWords.has(word))
    .sort()
    .join(" ");
  // Bounded, as names have no end.
  if (names.size > 20_000) names.clear();
  names.set(name, { words, kind });
  return { words, kind };
}

/** Names with the same kind of thing in them have the same key: "Keripik Pisang Bu Sri 250 g" → "keripik pisang". */
export function kindOf(name: string): string {
  return readName(name).kind;
}

/** 0 when the name is what the terms most likely mean, more the less likely it is. */
export function unlikeliness(name: string, terms: readonly Term[]): number {
  const { words } = readName(name);
  let sum = 0;
  for (const { likely } of terms) {
    const place = likely.findIndex((phrase) => phrase.every((word) => words.has(word)));
    sum += place === -1 ? likely.length : place;
  }
  return sum;
}

/** How much a name speaks of other things than the terms: "Kain Tapis + Selendang" is less a selendang than "Selendang". */
export function besides(name: string, terms: readonly Term[]): number {
  const { kind } = readName(name);
  if (kind === "") return 0;
  const meant = new Set(terms.flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.flat())));
  return kind.split(" ").filter((word) => !meant.has(word)).length;
}
