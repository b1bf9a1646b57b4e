import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { productKinds, stapleKinds } from "#db/seed/sheets/read-data.ts";
import { abbreviations } from "#search/dictionary/abbreviations.ts";
import { affixes } from "#search/dictionary/affixes.ts";
import { brands } from "#search/dictionary/brands.ts";
import { elsewhere } from "#search/dictionary/elsewhere.ts";
import { english } from "#search/dictionary/english.ts";
import { allMeanings, standardSpelling } from "#search/dictionary/index.ts";
import { intents } from "#search/dictionary/intents.ts";
import { javaneseSundanese } from "#search/dictionary/javanese-sundanese.ts";
import { lampung } from "#search/dictionary/lampung.ts";
import { spelling } from "#search/dictionary/spelling.ts";
import { grammar, shopTalk } from "#search/dictionary/stop-words.ts";
import { synonyms } from "#search/dictionary/synonyms.ts";
import { usual } from "#search/dictionary/usual.ts";
import { wordsOf } from "#search/words.ts";

const FILES = {
  abbreviations,
  affixes,
  brands,
  english,
  intents,
  javaneseSundanese,
  lampung,
  synonyms,
  usual,
};
const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
const standard = (text: string) => standardSpelling(wordsOf(text)).join(" ");
const sides = (line: string) => line.split("=").map((side) => side.split(",").map((part) => part.trim()));

/** Every word in the name, pack, unit or category of something that is sold. */
const sold = new Set(
  [
    ...productKinds().flatMap(({ names, packs, category }) => [
      ...names,
      ...packs.map(({ label }) => label),
      category,
    ]),
    ...stapleKinds().flatMap(({ name, unit, group }) => [name, unit, group]),
  ].flatMap((text) => standardSpelling(wordsOf(text))),
);
const isSold = (phrase: string) =>
  standard(phrase)
    .split(" ")
    .every((word) => sold.has(word));

describe("the dictionary", () => {
  it("names its sources at the head of every file", () => {
    const folder = new URL("../../search/dictionary/", import.meta.url);
    for (const file of readdirSync(folder).filter((name) => name !== "index.ts")) {
      const head = readFileSync(new URL(file, folder), "utf8").split("*/")[0]!;
      expect(head, file).toMatch(/^\/\*\*[\s\S]*Sources?: /);
    }
  });

  it.each(Object.entries(FILES))("%s has each entry once, written alike, and with a meaning", (_, text) => {
    const seen = new Set<string>();
    for (const line of lines(text)) {
      const parts = sides(line);
      expect(parts, line).toHaveLength(2);
      const [typed = [], meant = []] = parts;
      for (const entry of typed) {
        expect(entry, line).not.toBe("");
        expect(seen.has(entry), `${entry} stands twice`).toBe(false);
        seen.add(entry);
      }
      expect(meant.length, line).toBeGreaterThan(0);
    }
  });

  it("points at nothing that is not sold", () => {
    const lost = [...allMeanings()].filter(([, meant]) => ![...meant].some(isSold)).map(([typed]) => typed);
    expect(lost).toEqual([]);
    const usually = lines(usual).flatMap((line) => sides(line)[1]!.filter((phrase) => !isSold(phrase)));
    expect(usually).toEqual([]);
  });

  it("spells a word in one way only", () => {
    const standards = new Set<string>();
    const variants = new Map<string, string>();
    for (const line of lines(spelling)) {
      const [head = "", ...others] = line.split(",").map((part) => part.trim());
      expect(standards.has(head), `${head} heads two lines`).toBe(false);
      standards.add(head);
      for (const other of others) {
        expect(variants.get(other) ?? head, `${other} is two words`).toBe(head);
        variants.set(other, head);
      }
    }
    expect([...variants.keys()].filter((variant) => standards.has(variant))).toEqual([]);
  });

  it("takes no word for nothing that means something", () => {
    const silent = [...wordsOf(grammar), ...wordsOf(shopTalk)];
    expect(silent.filter((word) => allMeanings().has(standard(word)))).toEqual([]);
    const both = elsewhere
      .split(/[,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== "" && (allMeanings().has(standard(part)) || (isSold(part) && part !== "")));
    expect(both).toEqual([]);
  });
});
