import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corrections } from "#search/correct.ts";
import { dialectForms } from "#search/dialect.ts";
import { allMeanings, catalogueWords, grammarWords, shopTalkWords } from "#search/dictionary/index.ts";
import { diversify } from "#search/diversify.ts";
import { scoreHits } from "#search/evaluate.server.ts";
import { isExact, meantBy } from "#search/meant.ts";
import { kindOf } from "#search/names.ts";
import { readQuery } from "#search/read-query.ts";
import { roots } from "#search/stem.ts";
import { wordsOf } from "#search/words.ts";

describe("amounts", () => {
  it.each([
    ["setengah kilo", "500 g"],
    ["1/2 kg", "500 g"],
    ["½ kg", "500 g"],
    ["250gr", "250 g"],
    ["lima kilo", "5 kg"],
    ["sekilo", "1 kg"],
    ["2 ons", "200 g"],
    ["1.000 gram", "1 kg"],
    ["1,5 liter", "1,5 l"],
    ["600ml", "600 ml"],
    ["isi sepuluh", "isi 10"],
    ["satu dus", "1 dus"],
    ["sekardus", "1 dus"],
    ["sepapan", "1 papan"],
  ])("%s is %s", (typed, standard) => expect(wordsOf(typed).join(" ")).toBe(standard));
});

describe("a query", () => {
  it.each([
    ["kripik pisng", "keripik pisang"],
    ["Empek-Empek!!", "pempek"],
    ["oleh2", "oleh oleh"],
    ["beras lima kilo", "beras 5 kg"],
    ["jual madu asli murah", "madu"],
    ["murah", "murah"],
    ["kerupuknya", "kerupuk"],
    ["tahu", "tahu"],
    ["rasa", "rasa"],
    ["sekarung beras", "beras karung"],
    ["kado wisuda", "kado wisuda"],
  ])("%s is read as %s", (typed, plain) => expect(readQuery(typed).plain).toBe(plain));

  it("never throws and stays short, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const { terms, text: q } = readQuery(text);
        return terms.length <= 12 && q.length <= 1_000;
      }),
    );
  });
});

describe("an unknown word", () => {
  it.each([
    ["kekhupuk", "kerupuk"],
    ["teghasei", "terasi"],
    ["gantugan", "gantungan"],
    ["sambalnya", "sambal"],
    ["krpuk", "kerupuk"],
    ["sngkng", "singkong"],
    ["rbsta", "robusta"],
  ])("%s may mean %s", (typed, meant) => expect(corrections(typed)).toContain(meant));

  it.each(["kopi", "xyzzyqq", "12", "ab"])("%s is left alone", (typed) =>
    expect(corrections(typed)).toEqual([]),
  );

  it("has roots and sounds to try", () => {
    expect(roots("menyulam")).toContain("sulam");
    expect(roots("anyamannya")).toContain("anyaman");
    expect(dialectForms("gulow")).toContain("gula");
    expect(dialectForms("kupei")).toContain("kupi");
  });
});

describe("did you mean", () => {
  it.each([
    ["keripk pisng", "keripik pisang"],
    ["selndng tapis", "selendang tapis"],
    ["sngkng", "singkong"],
  ])("%s: %s", (typed, meant) => expect(meantBy(typed)).toBe(meant));

  it.each(["kripik pisang", "punti", "payung", "rinso", "Bu Xyzzyqq", "beras 5 kg", '"keripk"', ""])(
    "%s: nothing to mend",
    (typed) => expect(meantBy(typed)).toBeUndefined(),
  );

  it("takes words in quotation marks as they are", () => {
    expect(isExact('"keripk pisng"')).toBe(true);
    expect(isExact("“kopi”")).toBe(true);
    expect(isExact('2" pipa')).toBe(false);
    expect(readQuery('"keripk"')).toMatchObject({ text: '"keripk"', core: [], isExact: true });
  });
});

describe("the dictionary", () => {
  it("spares trade words from the stop words", () => {
    for (const word of ["tahu", "oleh", "rasa", "isi", "asap", "kecil", "besar"]) {
      expect(grammarWords.has(word) || shopTalkWords.has(word)).toBe(false);
    }
    expect([...grammarWords].filter((word) => catalogueWords.has(word))).toEqual([]);
  });

  it("stays within what Meilisearch takes for one word", () => {
    for (const [typed, meant] of allMeanings()) {
      expect(meant.size, typed).toBeLessThanOrEqual(50);
      expect(typed.split(" ").length, typed).toBeLessThanOrEqual(4);
    }
  });
});

describe("the first page", () => {
  const hit = (name: string, seller: string) => ({ name, seller });

  it("mixes kinds and sellers, and keeps every hit", () => {
    const hits = [
      ...Array.from({ length: 10 }, (_, index) => hit("Keripik Pisang Cokelat", `a${index % 2}`)),
      ...Array.from({ length: 10 }, () => hit("Keripik Singkong Balado", "b")),
    ];
    const mixed = diversify(hits, []);
    expect(mixed).toHaveLength(20);
    expect(new Set(mixed)).toEqual(new Set(hits));
    expect(new Set(mixed.slice(0, 3).map(({ name }) => name)).size).toBe(2);
    expect(mixed[0]).toBe(hits[0]);
  });

  it("knows a kind by its trade words, not by its seller or pack", () => {
    expect(kindOf("Kripik Pisang Coklat Bu Sri 250 g")).toBe(kindOf("Keripik Pisang Cokelat"));
    expect(kindOf("Keripik Pisang Keju")).not.toBe(kindOf("Keripik Pisang Cokelat"));
  });
});

describe("the score", () => {
  it("counts a key once and looks at ten hits", () => {
    expect(scoreHits([["a"], ["a"], ["b"]], ["a", "b"])).toMatchObject({ recall: 1, mrr: 1 });
    expect(scoreHits([["x"], ["a"]], ["a", "b"])).toMatchObject({ recall: 0.5, mrr: 0.5 });
    expect(scoreHits([...Array(10).fill(["x"]), ["a"]], ["a"])).toEqual({ recall: 0, mrr: 0, ndcg: 0 });
    expect(scoreHits([["a"]], ["a"])).toEqual({ recall: 1, mrr: 1, ndcg: 1 });
  });
});
