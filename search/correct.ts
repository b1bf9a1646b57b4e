import { dialectForms } from "./dialect.ts";
import {
  catalogueWords,
  isKnown,
  knownWords,
  meaningsOf,
  misspellings,
  standardSpelling,
  whenOwnMeaningsChange,
} from "./dictionary/index.ts";
import { roots } from "./stem.ts";

/** How many slips a word of this length may have. Shorter words have too many neighbours. */
function slipsAllowed(length: number): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : 2;
}

/** Slips between two words (insert, drop, replace, swap of neighbours), or `limit + 1` when there are more. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** True when `short` is `long` with some letters left out, as in "krpuk" for "krupuk". */
function leavesOut(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** Words that say something by themselves: "gosok" is known from "gosok gigi" alone, and nobody's meant word. */
const candidates = [...knownWords, ...misspellings.keys()].filter(
  (word) =>
    word.length >= 3 &&
    !word.includes(" ") &&
    (catalogueWords.has(word) || misspellings.has(word) || meaningsOf(word).length > 0),
);

const isVowel = (letter: string) => "aeiou".includes(letter);
const consonants = (word: string) => [...word].filter((letter) => !isVowel(letter)).join("");

/** As people shorten in messages: the consonants, and seldom a vowel: "pth" → putih, "mrh" → merah, "rbst" → robusta. */
function unshortened(word: string): string[] {
  const vowels = [...word].filter(isVowel).length;
  if (word.length < 3 || vowels * 4 > word.length || (vowels > 0 && word.length < 4)) return [];
  let best = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const candidate of catalogueWords) {
    if (candidate[0] !== word[0] || candidate.length <= word.length || !leavesOut(word, candidate)) continue;
    const missing = consonants(candidate).length - consonants(word).length;
    const rank = missing * 2 + (candidate.at(-1) === word.at(-1) || isVowel(candidate.at(-1)!) ? 0 : 1);
    if (missing > 1 || rank > best) continue;
    if (rank < best) found = [];
    best = rank;
    found.push(candidate);
  }
  return found.sort((a, b) => a.length - b.length).slice(0, 3);
}

/** Nearest known words: as few slips as possible, at most three words. */
function nearest(word: string): string[] {
  const allowed = slipsAllowed(word.length);
  if (allowed === 0) return [];
  let limit = allowed;
  let found: { readonly candidate: string; readonly rank: number }[] = [];
  for (const candidate of candidates) {
    // Two slips and another first letter: that is another word.
    const most = candidate[0] === word[0] ? limit : Math.min(limit, 1);
    const count = slips(word, candidate, most);
    if (count > most) continue;
    if (count < limit) {
      limit = count;
      found = [];
    }
    // The first letter is seldom wrong; letters are left out more often than mistaken; and the catalogue's own words
    // are likelier meant than others.
    const standard = misspellings.get(candidate) ?? candidate;
    const rank =
      (candidate[0] === word[0] ? 0 : 4) +
      (leavesOut(word, candidate) ? 0 : 2) +
      (catalogueWords.has(standard) ? 0 : 1);
    found.push({ candidate, rank });
  }
  const best = Math.min(...found.map(({ rank }) => rank));
  const chosen = found.filter(({ rank }) => rank === best).slice(0, 3);
  return [...new Set(chosen.map(({ candidate }) => misspellings.get(candidate) ?? candidate))];
}

function guesses(word: string): string[] {
  const long = unshortened(word);
  return long.length > 0 ? long : nearest(word);
}

const remembered = new Map<string, readonly string[]>();
whenOwnMeaningsChange(() => remembered.clear());

/**
 * What an unknown word may have meant: Lampung sounds, then Indonesian affixes, then slips of the finger.
 * @returns nothing for a known word, and for one that is near nothing
 */
export function corrections(word: string): readonly string[] {
  if (isKnown(word) || !/^[a-z]{3,30}$/.test(word)) return [];
  const before = remembered.get(word);
  if (before) return before;
  const known = (forms: string[]) =>
    forms.flatMap((form) => standardSpelling([form])).filter((form) => knownWords.has(form));
  const byRule = known([...dialectForms(word), ...roots(word)]);
  const result = byRule.length > 0 ? byRule.slice(0, 1) : guesses(word);
  // Bounded: what people type has no end.
  if (remembered.size > 5_000) remembered.clear();
  remembered.set(word, result);
  return result;
}
