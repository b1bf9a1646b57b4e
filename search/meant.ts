import { corrections } from "./correct.ts";
import { elsewhereWords, isKnown, standardSpelling } from "./dictionary/index.ts";
import { TEXT_LENGTH } from "./types.ts";
import { wordsOf } from "./words.ts";

/** A text in quotation marks asks for just that. */
export const isExact = (text: string) => /^\s*["“”].*\p{L}.*["“”]\s*$/u.test(text);

/**
 * What a text with slips of the finger probably meant: "keripk pisng" → "keripik pisang". Other spellings and other
 * languages are no slips, and what is known is left alone.
 * @returns undefined when there is nothing to mend
 */
export function meantBy(text: string): string | undefined {
  if (isExact(text)) return undefined;
  const words = wordsOf(text.slice(0, TEXT_LENGTH)).slice(0, 10);
  let isMended = false;
  const meant = words.map((word) => {
    const standard = standardSpelling([word]).join(" ");
    if (isKnown(word) || elsewhereWords.has(word)) return word;
    if (standard !== word) return standard;
    const [likely] = corrections(word);
    if (likely === undefined || likely === word) return word;
    isMended = true;
    return likely;
  });
  return isMended ? meant.join(" ") : undefined;
}
