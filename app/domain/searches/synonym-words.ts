import { LONGEST_PHRASE, standardPhrase } from "#search/dictionary/index.ts";
import { BadInput } from "../../lib/errors.ts";

const LONGEST = 60;

/**
 * Both sides of a synonym as the dictionary writes them: small letters, standard spelling.
 * @throws BadInput with a sentence for the field that is wrong
 */
export function synonymWords({ typed, meant }: { typed: string; meant: string }): {
  typed: string;
  meant: string;
} {
  const word = standardPhrase(typed);
  const sense = standardPhrase(meant);
  const fields: Record<string, string> = {};
  if (word.length < 2 || word.length > LONGEST)
    fields.kata = "Tulis kata yang diketik orang, 2 sampai 60 huruf.";
  else if (word.split(" ").length > LONGEST_PHRASE) fields.kata = `Paling banyak ${LONGEST_PHRASE} kata.`;
  else if (/^[\d\s.,]+$/.test(word)) fields.kata = "Angka saja tidak bisa diberi padanan.";
  if (sense.length < 2 || sense.length > LONGEST) fields.maksud = "Tulis yang dimaksud, 2 sampai 60 huruf.";
  else if (sense === word) fields.maksud = "Sama dengan kata yang diketik.";
  if (Object.keys(fields).length > 0) throw new BadInput(fields);
  return { typed: word, meant: sense };
}
