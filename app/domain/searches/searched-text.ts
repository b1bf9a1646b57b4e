import { wordsOf } from "#search/words.ts";

/** A number this long may be a mobile number, a NIK or an account. */
const TELLING_DIGITS = 6;
const LONGEST = 80;

/**
 * A search as it is counted: words alone, in lower case, so that the same search is one row.
 * @returns undefined for what is no search, or could name a person: an address, or a number as long as a mobile's or a NIK's
 */
export function searchedText(typed: string): string | undefined {
  if (/[@\\]|:\/\/|www\./i.test(typed)) return undefined;
  // "0812 3456 7890" is one number, however it is parted
  const runs = typed.normalize("NFKC").match(/\p{N}[\p{N}\s().+-]*/gu) ?? [];
  if (runs.some((run) => run.replace(/\P{N}/gu, "").length >= TELLING_DIGITS)) return undefined;
  const text = wordsOf(typed).join(" ");
  return text === "" || text.length > LONGEST ? undefined : text;
}
