import { elsewhereWords } from "./dictionary/index.ts";
import { fused, type Query, type Term } from "./read-query.ts";

/**
 * One way to look for a text: strict ways come first, and the next one is only gone when the last found nothing. What is
 * said in a description alone ("enak untuk sarapan") is the last resort: it is seldom what was asked for.
 */
export type Attempt = {
  readonly terms: readonly Term[];
  readonly amounts: readonly string[];
  /** `all` terms must be there, or as many as there are of them, rare ones first */
  readonly strictness: "all" | "some";
  readonly inDescription: boolean;
  /** in no other words */
  readonly isExact?: boolean;
};

/** The text of an attempt as Meilisearch knows it. */
export function textOf({ terms, amounts, isExact }: Attempt): string {
  if (isExact) return terms.map(({ typed }) => `"${typed}"`).join(" ");
  return [fused(terms), ...amounts].filter((part) => part !== "").join(" ");
}

const NONE: readonly string[] = [];

/** Without the amounts: what there is of it in other sizes. Undefined when there are none, or nothing else. */
export function withoutAmounts({ terms, amounts }: Query): Attempt | undefined {
  if (terms.length === 0 || amounts.length === 0) return undefined;
  return { terms, amounts: NONE, strictness: "all", inDescription: false };
}

/** The ways to look for a text, in order, after the first: all of it, as it was typed. */
export function furtherAttempts({ terms, core, isExact }: Query): Attempt[] {
  const attempts: Attempt[] = [];
  const add = (of: readonly Term[], strictness: Attempt["strictness"], inDescription = false) =>
    attempts.push({ terms: of, amounts: NONE, strictness, inDescription, isExact });
  if (core.length > 0 && fused(core) !== fused(terms)) add(core, "all");
  if (core.length > 1) add(core, "some");
  // Without a word of the trade it is a name, or it is not here: half of it would only look like it.
  const isElsewhere = terms.some(({ typed }) => elsewhereWords.has(typed));
  if (core.length === 0 && terms.length > 0 && !isElsewhere) add(terms, "all", true);
  return attempts;
}

/** All of it, as it was typed. */
export function firstAttempt({ terms, amounts, isExact }: Query): Attempt {
  return { terms, amounts, strictness: "all", inDescription: false, isExact };
}
