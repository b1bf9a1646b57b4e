import { describe, expect, it } from "vitest";
import { kindsIn, narrowedTo } from "#app/domain/catalogue/category-tree.ts";
import { findCategories } from "#app/domain/catalogue/find-categories.server.ts";
import { findCategoryTree } from "#app/domain/catalogue/find-category-tree.server.ts";
import { choicesFor } from "#app/domain/catalogue/search-choices.ts";
import { bandOf, PRICE_BANDS } from "#app/lib/price-bands.ts";
import { ask } from "#tests/search/catalogue.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const tree = await findCategoryTree(db);

describe("kinds in groups", () => {
  it("hold every kind once, under names of their own", async () => {
    const kinds = tree.flatMap((branch) => (branch.kinds.length > 0 ? branch.kinds : [branch]));
    expect(kinds.map(({ slug }) => slug).sort()).toEqual(
      (await findCategories(db)).map(({ slug }) => slug).sort(),
    );
    const slugs = tree.flatMap((branch) => [branch.slug, ...branch.kinds.map((kind) => kind.slug)]);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it("a group takes in all of its kinds", () => {
    expect(kindsIn(tree, ["camilan", "kopi"]).sort()).toEqual(
      ["dodol-manisan", "keripik", "kerupuk", "kopi", "kue"].sort(),
    );
    expect(kindsIn(tree, ["herbal", "entah"])).toEqual(["herbal", "entah"]);
  });

  it("a kind beside its group narrows it", () => {
    expect(narrowedTo(tree, ["camilan", "keripik", "kain-busana"])).toEqual(["keripik", "kain-busana"]);
    expect(kindsIn(tree, ["camilan", "keripik"])).toEqual(["keripik"]);
  });
});

describe("the choices of a search page", () => {
  const facets = {
    category: { keripik: 4, kue: 2, kopi: 1 },
    regency: { "18.71": 6, "18.01": 1 },
    seller: [{ slug: "dapur-bu-siti", name: "Dapur Bu Siti", count: 3 }],
    priceBand: { "10-25": 5, "25-50": 2 },
    inStock: 6,
    halal: 3,
    near: { district: 2, regency: 6 },
  };
  const names = {
    tree,
    regencies: [
      { code: "18.01", name: "Lampung Selatan" },
      { code: "18.02", name: "Lampung Tengah" },
      { code: "18.71", name: "Kota Bandar Lampung" },
    ],
    sellers: [{ slug: "kopi-wong", name: "Kopi Wong" }],
    village: { district: "Kedaton", regency: "Kota Bandar Lampung" },
  };

  it("are those that find something, and those that are made", () => {
    const choices = choicesFor(facets, ask({ category: ["tapis"], regency: ["18.02"] }), names);
    expect(choices.category.map(({ value, count }) => [value, count])).toEqual([
      ["camilan", 6],
      ["kopi-minuman", 1],
      ["kain-busana", 0],
    ]);
    expect(choices.category[0]!.kinds.map(({ value }) => value)).toEqual(["keripik", "kue"]);
    expect(choices.regency.map(({ value }) => value)).toEqual(["18.71", "18.01", "18.02"]);
    expect(choices.seller).toEqual([
      { value: "dapur-bu-siti", label: "Dapur Bu Siti", count: 3 },
      { value: "kopi-wong", label: "Kopi Wong" },
    ]);
    expect(choices.priceBand.map(({ label }) => label)).toEqual([
      "Rp10.000 – Rp25.000",
      "Rp25.000 – Rp50.000",
    ]);
    expect(choices.near?.map(({ label, count }) => [label, count])).toEqual([
      ["Kecamatan Kedaton", 2],
      ["Kota Bandar Lampung", 6],
    ]);
  });

  it("say nothing of what is near without a village", () => {
    const nowhere = choicesFor({ ...facets, near: undefined }, ask({}), { ...names, village: undefined });
    expect(nowhere.near).toBeNull();
  });
});

it("each price is in exactly one band, to the rupiah", () => {
  for (const price of [0, 100, 9_999, 10_000, 24_999, 25_000, 249_999, 250_000, 100_000_000]) {
    const holding = PRICE_BANDS.filter(
      ({ from, below }) => price >= from && price < (below ?? Number.POSITIVE_INFINITY),
    );
    expect(holding).toEqual([PRICE_BANDS[bandOf(price)]]);
  }
});
