import { corrections } from "./correct.ts";
import {
  catalogueWords,
  elsewhereWords,
  grammarWords,
  isKnown,
  knownWords,
  LONGEST_PHRASE,
  likelyMeanings,
  meaningsOf,
  otherSpellings,
  shopTalkWords,
  standardSpelling,
} from "./dictionary/index.ts";
import { isExact } from "./meant.ts";
import { TEXT_LENGTH } from "./types.ts";
import { PACK_WORDS } from "./units.ts";
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
  readonly terms: readonly Term[];
  /** what to try when all of it finds nothing: slips mended, and only what means something here; empty when nothing does */
  readonly core: readonly Term[];
  /** "250 g", "isi 10": wished, but better forgotten than nothing found */
  readonly amounts: readonly string[];
  /** in quotation marks: just that, in no other words */
  readonly isExact: boolean;
};

const isNumber = (word: string) => /^\d/.test(word);
const isUnit = (word: string) => /^(?:kg|g|l|ml|cm|m|pcs|pc|biji)$/.test(word) || PACK_WORDS.has(word);

/** "kerupuknya" asks for no more than "kerupuk": such endings go at once when a known word is left. */
function withoutParticle(word: string): string {
  const bare = word.replace(/(?:nya|lah|kah)$/, "");
  return !isKnown(word) && knownWords.has(bare) ? bare : word;
}

/** Numbers and the units behind them stand apart: "1 karung" asks for a sack, whatever number is printed on it. */
function sift(words: readonly string[]): { wished: string[]; amounts: string[] } {
  const amounts: string[] = [];
  const rest: string[] = [];
  words.forEach((word, index) => {
    const isCounted = index > 0 && isNumber(words[index - 1]!);
    const isOneOfThem = word === "1" && PACK_WORDS.has(words[index + 1] ?? "");
    if (isNumber(word) || (isUnit(word) && isCounted)) {
      if (!isOneOfThem) amounts.push(word);
    } else rest.push(word);
  });
  return { wished: rest.filter((word) => !grammarWords.has(word)), amounts };
}

/** Without the words that carry no wish ("mau beli … murah"), unless nothing else is there; phrases keep theirs. */
function wishes(terms: readonly Term[]): readonly Term[] {
  const wished = terms.filter(({ typed }) => !shopTalkWords.has(typed));
  return wished.length > 0 ? wished : terms;
}

/** A phrase of the dictionary as one word, as the index's synonyms know it. */
export function fuse(phrase: string): string {
  return phrase.replaceAll(" ", "");
}

const withSpellings = (words: readonly string[]) =>
  words.map((word) => [word, ...otherSpellings(word).slice(0, 6)]);

/** Words of other languages as the catalogue has them: "gedhang goreng" → "pisang goreng", a phrase of its own. */
function translated(words: readonly string[]): string[] {
  if (words.length === 1) return [...words];
  return words.flatMap((word) => {
    const [meant = word] = catalogueWords.has(word) ? [] : meaningsOf(word);
    return meant.includes(" ") ? word : meant;
  });
}

/** The longest phrase of the dictionary that starts at `start`, and what it means. */
function termAt(words: readonly string[], start: number): { term: Term; length: number } {
  for (let length = Math.min(LONGEST_PHRASE, words.length - start); length >= 1; length--) {
    const asTyped = words.slice(start, start + length);
    const typed = meaningsOf(asTyped.join(" ")).length > 0 ? asTyped : translated(asTyped);
    const meanings = meaningsOf(typed.join(" "));
    if (meanings.length === 0 && length > 1 && !elsewhereWords.has(typed.join(" "))) continue;
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

/** Slips mended, and without what means nothing here. */
function coreOf(words: readonly string[]): Term[] {
  const mended = standardSpelling(words.flatMap((word) => corrections(word)[0] ?? word));
  return unique(termsOf(mended)).filter(
    ({ typed }) =>
      !shopTalkWords.has(typed) &&
      (meaningsOf(typed).length > 0 || typed.split(" ").every((word) => catalogueWords.has(word))),
  );
}

function written(typed: string): string {
  // In quotes nothing like it will do.
  if (elsewhereWords.has(typed)) return `"${typed}"`;
  return meaningsOf(typed).length > 0 ? fuse(typed) : typed;
}

/** As the index knows it: phrases of the dictionary as one word. */
export function fused(terms: readonly Term[]): string {
  return terms.map(({ typed }) => written(typed)).join(" ");
}

/** Reads a buyer's text. Pure; any text is fine, and only the first 200 characters count. */
export function readQuery(text: string): Query {
  if (isExact(text)) return exactQuery(text);
  // No word of any catalogue is longer; Meilisearch counts ten words.
  const typed = wordsOf(text.slice(0, TEXT_LENGTH)).map((word) => withoutParticle(word.slice(0, 40)));
  const words = standardSpelling(typed).slice(0, 10);
  const { wished, amounts } = sift(words);
  const terms = wishes(unique(termsOf(wished)));
  return {
    text: [fused(terms), ...amounts].filter((part) => part !== "").join(" "),
    plain: [...terms.map(({ typed }) => typed), ...amounts].join(" "),
    terms,
    // What comes first is the thing: "mobil bekas" is no kind of anything else.
    core: elsewhereWords.has(terms[0]?.typed ?? "") ? [] : coreOf(wished),
    amounts,
    isExact: false,
  };
}

function exactQuery(text: string): Query {
  const words = wordsOf(text.slice(0, TEXT_LENGTH)).slice(0, 10);
  const plain = words.join(" ");
  const phrases = [words.map((word) => [word])];
  return {
    text: `"${plain}"`,
    plain,
    terms: [{ typed: plain, phrases, likely: [] }],
    core: [],
    amounts: [],
    isExact: true,
  };
}
