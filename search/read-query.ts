import { corrections } from "./correct.ts";
import {
  grammarWords,
  knownWords,
  LONGEST_PHRASE,
  likelyMeanings,
  meaningsOf,
  otherSpellings,
  shopTalkWords,
  standardSpelling,
} from "./dictionary/index.ts";
import { TEXT_LENGTH } from "./types.ts";
import { wordsOf } from "./words.ts";

/** Any of these phrases will do; each phrase is words that must all be there, each in any of its spellings. */
export type Term = {
  readonly typed: string;
  readonly phrases: readonly (readonly (readonly string[])[])[];
  /** what it most likely means, most likely first */
  readonly likely: readonly (readonly string[])[];
};

/** A buyer's text, understood. */
export type Query = {
  /** standard spelling, phrases of the dictionary fused, amounts last; empty when nothing was asked */
  readonly text: string;
  /** the same with spaces */
  readonly plain: string;
  /** what to try when `text` finds nothing: slips mended, unknown words and amounts left out */
  readonly mended: string;
  readonly terms: readonly Term[];
  /** "250 g", "isi 10": wished, but better forgotten than nothing found */
  readonly amounts: readonly string[];
};

const isNumber = (word: string) => /^\d/.test(word);
const isUnit = (word: string) => /^(?:kg|g|l|ml|cm|m|pcs|pc|bks|biji)$/.test(word);

/** "kerupuknya" asks for no more than "kerupuk": such endings go at once when a known word is left. */
function withoutParticle(word: string): string {
  const bare = word.replace(/(?:nya|lah|kah)$/, "");
  return !knownWords.has(word) && knownWords.has(bare) ? bare : word;
}

/** Numbers and the units behind them stand apart; words without a wish go, unless nothing else is there. */
function sift(words: readonly string[]): { wished: string[]; amounts: string[] } {
  const amounts: string[] = [];
  const rest: string[] = [];
  words.forEach((word, index) => {
    const isAmount = isNumber(word) || (isUnit(word) && index > 0 && isNumber(words[index - 1]!));
    (isAmount ? amounts : rest).push(word);
  });
  const meaningful = rest.filter((word) => !grammarWords.has(word));
  const wished = meaningful.filter((word) => !shopTalkWords.has(word));
  return { wished: wished.length > 0 ? wished : meaningful, amounts };
}

/** A phrase of the dictionary as one word, as the index's synonyms know it. */
export function fuse(phrase: string): string {
  return phrase.replaceAll(" ", "");
}

const withSpellings = (words: readonly string[]) =>
  words.map((word) => [word, ...otherSpellings(word).slice(0, 6)]);

/** The longest phrase of the dictionary that starts at `start`, and what it means. */
function termAt(words: readonly string[], start: number): { term: Term; length: number } {
  for (let length = Math.min(LONGEST_PHRASE, words.length - start); length >= 1; length--) {
    const typed = words.slice(start, start + length);
    const meanings = meaningsOf(typed.join(" "));
    if (meanings.length === 0 && length > 1) continue;
    const single = length === 1 ? corrections(typed[0]!) : [];
    const meant = [...meanings, ...single, ...single.flatMap(meaningsOf)];
    const phrases = [typed, ...[...new Set(meant)].map((phrase) => phrase.split(" "))];
    const likely = [typed.join(" "), ...single].flatMap(likelyMeanings).map((phrase) => phrase.split(" "));
    return { term: { typed: typed.join(" "), phrases: phrases.map(withSpellings), likely }, length };
  }
  throw new RangeError("no word there");
}

function termsOf(words: readonly string[]): Term[] {
  const terms: Term[] = [];
  for (let start = 0; start < words.length; ) {
    const { term, length } = termAt(words, start);
    terms.push(term);
    start += length;
  }
  return terms;
}

/** A word said twice is meant once; said after phrases are known, as "oleh oleh" is one. */
function unique(terms: readonly Term[]): Term[] {
  return terms.filter((term, index) => terms.findIndex(({ typed }) => typed === term.typed) === index);
}

/** Slips mended; what is then still unknown goes, unless nothing would be left. */
function mend(words: readonly string[]): string[] {
  const mended = standardSpelling(words.flatMap((word) => corrections(word)[0] ?? word));
  const known = mended.filter((word) => knownWords.has(word));
  return known.length > 0 ? known : mended;
}

/** Reads a buyer's text. Pure; any text is fine, and only the first 200 characters count. */
export function readQuery(text: string): Query {
  // No word of any catalogue is longer; Meilisearch counts ten words.
  const typed = wordsOf(text.slice(0, TEXT_LENGTH)).map((word) => withoutParticle(word.slice(0, 40)));
  const words = standardSpelling(typed).slice(0, 10);
  const { wished, amounts } = sift(words);
  const terms = unique(termsOf(wished));
  const fused = (parts: readonly Term[]) =>
    parts.map(({ typed }) => (meaningsOf(typed).length > 0 ? fuse(typed) : typed));
  return {
    text: [...fused(terms), ...amounts].join(" "),
    plain: [...wished, ...amounts].join(" "),
    mended: fused(unique(termsOf(mend(wished)))).join(" "),
    terms,
    amounts,
  };
}
