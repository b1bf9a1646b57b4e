import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

function readCsv(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`../${name}`, import.meta.url)), { columns: true });
}

/** The value is made when it is first asked for, then kept. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export interface RegencyRow {
  code: string;
  name: string;
  kind: string;
  population: number;
}
export interface DistrictRow {
  code: string;
  regencyCode: string;
  name: string;
}
export interface VillageRow {
  code: string;
  districtCode: string;
  regencyCode: string;
  name: string;
  kind: string;
  latitude: number;
  longitude: number;
}

export const regencyRows = once((): RegencyRow[] =>
  readCsv("regions/regencies.csv").map((row) => ({
    code: row.code!,
    name: row.name!,
    kind: row.kind!,
    population: Number(row.population),
  })),
);

export const districtRows = once((): DistrictRow[] =>
  readCsv("regions/districts.csv").map((row) => ({
    code: row.code!,
    regencyCode: row.regency_code!,
    name: row.name!,
  })),
);

export const villageRows = once((): VillageRow[] =>
  readCsv("regions/villages.csv").map((row) => ({
    code: row.code!,
    districtCode: row.district_code!,
    regencyCode: row.code!.slice(0, 5),
    name: row.name!,
    kind: row.kind!,
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
  })),
);

/** The villages of each regency, by its code. */
export const villagesOfRegency = once(() => {
  const groups = new Map<string, VillageRow[]>(regencyRows().map((row) => [row.code, []]));
  for (const village of villageRows()) groups.get(village.regencyCode)!.push(village);
  return groups;
});
export const regencyNames = once(() => new Map(regencyRows().map((row) => [row.code, row.name])));
export const districtNames = once(() => new Map(districtRows().map((row) => [row.code, row.name])));

export interface Pack {
  label: string;
  grams: number;
}
/** A kind of Lampung product: what it costs, who makes it, and the words to speak of it. Prices in rupiah. */
export interface ProductKind {
  key: string;
  category: string;
  priceMin: number;
  priceMax: number;
  regencyCodes: readonly string[];
  names: readonly string[];
  /** the usual pack first, which is what the price range is for */
  packs: readonly Pack[];
  about: readonly string[];
}

export const productKinds = once((): ProductKind[] => {
  const words = new Map(readCsv("data/product_words.csv").map((row) => [row.key, row]));
  return readCsv("data/products_lampung.csv").map((row) => {
    const own = words.get(row.key)!;
    return {
      key: row.key!,
      category: row.category!,
      priceMin: Number(row.price_min_idr),
      priceMax: Number(row.price_max_idr),
      regencyCodes: row.regency_codes!.split(" "),
      names: own.names!.split("|"),
      packs: own.packs!.split("|").map((pack) => {
        const [label = "", grams = ""] = pack.split(":");
        return { label, grams: Number(grams) };
      }),
      about: own.about!.split("|"),
    };
  });
});

export const kindByKey = once(() => new Map(productKinds().map((kind) => [kind.key, kind])));

/** A staple. Prices and ceiling in rupiah per unit; the ceiling is empty where there is none. */
export interface StapleKind {
  key: string;
  name: string;
  unit: string;
  priceMin: number;
  priceMax: number;
  weightGrams: string;
  group: string;
  ceiling: string;
  ceilingBasis: string;
}

/** Subsidised LPG may only be sold by registered bases, so it is no staple of this shop. */
const NOT_SOLD = "gas-3kg";

export const stapleKinds = once((): StapleKind[] => {
  const facts = new Map(readCsv("data/staple_facts.csv").map((row) => [row.key, row]));
  return readCsv("data/sembako.csv")
    .filter((row) => row.key !== NOT_SOLD)
    .map((row) => {
      const own = facts.get(row.key)!;
      return {
        key: row.key!,
        name: row.name!,
        unit: row.unit!,
        priceMin: Number(row.price_min_idr),
        priceMax: Number(row.price_max_idr),
        weightGrams: own.weight_grams!,
        group: own.group!,
        ceiling: own.ceiling!,
        ceilingBasis: own.ceiling_basis!,
      };
    });
});
