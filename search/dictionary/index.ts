import { wordsOf } from "../words.ts";
import { abbreviations } from "./abbreviations.ts";
import { affixes } from "./affixes.ts";
import { brands } from "./brands.ts";
import { elsewhere } from "./elsewhere.ts";
import { english } from "./english.ts";
import { intents } from "./intents.ts";
import { javaneseSundanese } from "./javanese-sundanese.ts";
import { lampung } from "./lampung.ts";
import { spelling } from "./spelling.ts";
import { grammar, shopTalk } from "./stop-words.ts";
import { synonyms } from "./synonyms.ts";
import { tradeWords } from "./trade-words.ts";
import { usual } from "./usual.ts";

/** No phrase of the dictionary is longer than this many words. */
export const LONGEST_PHRASE = 4;

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
const phrase = (text: string) => wordsOf(text).join(" ");
const bag = (text: string) => new Set(wordsOf(text));

/** Spelling variant → the standard word. */
const standardOf = new Map<string, string>();
/** Standard word → its other spellings. */
const variantsOf = new Map<string, string[]>();
for (const line of lines(spelling)) {
  const [standard = "", ...variants] = line.split(",").map(phrase);
  const others = variants.filter((variant) => variant !== standard && !standardOf.has(variant));
  variantsOf.set(standard, [...(variantsOf.get(standard) ?? []), ...others]);
  for (const variant of others) standardOf.set(variant, standard);
}
// A word that heads a line of its own is nobody's misspelling.
for (const standard of variantsOf.keys()) standardOf.delete(standard);

/** Replaces every known misspelling, longest first: "empek empek kripik" → "pempek keripik". */
export function standardSpelling(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let start = 0; start < words.length; ) {
    let taken = 1;
    let word = words[start]!;
    for (let length = Math.min(3, words.length - start); length >= 1; length--) {
      const written = words.slice(start, start + length).join(" ");
      // "lapis legit" is right as it stands, though "legit" alone is short for it.
      const standard = variantsOf.has(written) ? written : standardOf.get(written);
      if (standard === undefined) continue;
      word = standard;
      taken = length;
      break;
    }
    result.push(...word.split(" "));
    start += taken;
  }
  return result;
}

/** Other spellings of a standard word, single words only. */
export function otherSpellings(word: string): readonly string[] {
  return (variantsOf.get(word) ?? []).filter((variant) => !variant.includes(" "));
}

/** A phrase in small letters, standard spelling and standard units, words joined by one space. */
export const standardPhrase = (text: string) => standardSpelling(wordsOf(text)).join(" ");

const meanings = new Map<string, Set<string>>();
for (const text of [abbreviations, lampung, javaneseSundanese, synonyms, intents, brands, english, affixes]) {
  for (const line of lines(text)) {
    const [typed = "", meant = ""] = line.split("=");
    for (const left of typed.split(",").map(standardPhrase)) {
      const set = meanings.get(left) ?? new Set();
      for (const right of meant.split(",").map(standardPhrase)) if (right !== left) set.add(right);
      if (set.size > 0) meanings.set(left, set);
    }
  }
}

const trade = bag(tradeWords);

// "gedhang goreng" is "pisang goreng", which the catalogue calls geguduh: what leads to another entry leads on.
for (const rights of meanings.values()) {
  for (const right of [...rights]) {
    if (!right.includes(" ") && trade.has(right)) continue;
    for (const further of meanings.get(right) ?? []) rights.add(further);
  }
}

/** What a phrase (standard spelling, words joined by one space) also means, in the catalogue's words. */
export function meaningsOf(typed: string): readonly string[] {
  return [...(meanings.get(typed) ?? []), ...(own.get(typed) ?? [])];
}

/** What officers added (see own-synonyms.server.ts). */
let own: ReadonlyMap<string, readonly string[]> = new Map();
const onOwn: (() => void)[] = [];

/** Takes these words in place of those added before; what they lead to may lead on. */
export function setOwnMeanings(added: readonly { readonly typed: string; readonly meant: string }[]): void {
  own = new Map(
    added.map(({ typed, meant }) => [typed, [...new Set([meant, ...(meanings.get(meant) ?? [])])]]),
  );
  for (const forget of onOwn) forget();
}

/** Calls `forget` whenever officers' words changed: what was remembered of words may be wrong. */
export function whenOwnMeaningsChange(forget: () => void): void {
  onOwn.push(forget);
}

const usualMeanings = new Map<string, string[]>();
for (const line of lines(usual)) {
  const [word = "", meant = ""] = line.split("=");
  usualMeanings.set(standardPhrase(word), meant.split(",").map(standardPhrase));
}

/** What a general phrase usually means, most likely first, then what else it means. */
export function likelyMeanings(typed: string): readonly string[] {
  const usually = (phrase: string) => usualMeanings.get(phrase) ?? [];
  return [
    ...new Set([...usually(typed), ...meaningsOf(typed).flatMap((meant) => [...usually(meant), meant])]),
  ];
}

/** Every typed phrase with its meanings, officers' own included. */
export function allMeanings(): ReadonlyMap<string, ReadonlySet<string>> {
  if (own.size === 0) return meanings;
  const all = new Map<string, ReadonlySet<string>>(meanings);
  for (const typed of own.keys()) all.set(typed, new Set(meaningsOf(typed)));
  return all;
}

export const grammarWords: ReadonlySet<string> = bag(grammar);
export const shopTalkWords: ReadonlySet<string> = bag(shopTalk);

for (const rights of meanings.values())
  for (const right of rights) for (const word of right.split(" ")) trade.add(word);
for (const word of trade) if (/^\d/.test(word) || word.length < 2) trade.delete(word);

/** Words the catalogue itself uses, as far as this dictionary knows. */
export const catalogueWords: ReadonlySet<string> = trade;

/** Things that are not sold here; a phrase of them is one thing. */
export const elsewhereWords: ReadonlySet<string> = new Set(
  lines(elsewhere)
    .flatMap((line) => line.split(",").map(standardPhrase))
    .filter((word) => !trade.has(word) && !meanings.has(word)),
);

const known = new Set([...elsewhereWords, ...trade, ...variantsOf.keys(), ...grammarWords, ...shopTalkWords]);
for (const left of meanings.keys()) for (const word of left.split(" ")) known.add(word);

/** Words that mean something here, typed or catalogued; anything else may be a name, or a slip of the finger. */
export const knownWords: ReadonlySet<string> = known;

/** True for a known word, and for one that officers added. */
export const isKnown = (word: string) => known.has(word) || own.has(word);

/** Misspellings that stand in the dictionary by themselves: near misses of them lead to the standard word. */
export const misspellings: ReadonlyMap<string, string> = standardOf;
