import { describe, expect, it } from "vitest";
import { SearchCounter } from "#app/web/http/search-counter.ts";

const person = { address: "10.0.0.1", agent: "Mozilla/5.0 (Linux; Android 10)" };
const wajik = { text: "Wajik", found: 0, source: "meilisearch" } as const;

describe("the counter of searches", () => {
  it("counts a person's search once, and each person's", () => {
    const counter = new SearchCounter();
    counter.note(wajik, person);
    counter.note({ ...wajik, text: "wajik " }, person);
    counter.note(wajik, { ...person, address: "10.0.0.2" });
    counter.note({ text: "kopi", found: 2, source: "postgres" }, person);
    expect(counter.take()).toEqual([
      { text: "wajik", searches: 2, foundNone: 2, foundFew: 0, byPostgres: 0 },
      { text: "kopi", searches: 1, foundNone: 0, foundFew: 1, byPostgres: 1 },
    ]);
    expect(counter.take()).toEqual([]);
  });

  it("leaves programs out, and whoever searches faster than a person", () => {
    const counter = new SearchCounter();
    counter.note(wajik, { ...person, agent: "Mozilla/5.0 (compatible; Googlebot/2.1)" });
    counter.note(wajik, { ...person, agent: undefined });
    expect(counter.take()).toEqual([]);
    for (let turn = 0; turn < 5_000; turn++)
      counter.note(
        { ...wajik, text: `kata ke ${String.fromCodePoint(97 + (turn % 26)).repeat(1 + turn / 26)}` },
        person,
      );
    expect(counter.take().length).toBeLessThanOrEqual(40);
  });

  it("holds no more than it can write, and nothing that names a person", () => {
    const counter = new SearchCounter();
    for (let turn = 0; turn < 2_000; turn++)
      counter.note(
        { ...wajik, text: `kata${turn}` },
        { ...person, address: `10.0.${turn >> 8}.${turn & 255}` },
      );
    counter.note({ ...wajik, text: "0812-3456-7890" }, { ...person, address: "10.9.9.9" });
    expect(counter.take().length).toBeLessThanOrEqual(500);
  });
});
