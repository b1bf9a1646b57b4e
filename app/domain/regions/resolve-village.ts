import { PREFIXES, RegionNames } from "./region-names.ts";

/** A village with the names of what it lies in, as an officer's spreadsheet writes them. */
export type NamedVillage = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly district: string;
  readonly regencyCode: string;
  readonly regency: string;
};

/** The region, or the column that is wrong and why, in Indonesian. */
export type Resolved<Region> =
  | { readonly found: Region }
  | { readonly column: "kabupaten" | "kecamatan" | "desa"; readonly message: string };

export type NamedDistrict = Pick<NamedVillage, "districtCode" | "district" | "regencyCode" | "regency">;
type NamedRegency = Pick<NamedVillage, "regencyCode" | "regency">;

type VillageNames = { readonly desa: string; readonly kecamatan: string; readonly kabupaten: string };

export type RegionResolver = {
  village(names: VillageNames): Resolved<NamedVillage>;
  district(names: { kecamatan: string; kabupaten: string }): Resolved<NamedDistrict>;
  regency(name: string): Resolved<NamedRegency>;
};

type District = NamedDistrict & { readonly villages: RegionNames<NamedVillage> };
type Regency = NamedRegency & {
  readonly districts: RegionNames<District>;
  readonly villages: RegionNames<NamedVillage>;
};

/** At most this many places are listed in a sentence. */
const LISTED = 4;
/** Answers kept for the next row of the same village. */
const REMEMBERED = 20_000;

const inDistrict = (place: NamedVillage | NamedDistrict) => `Kecamatan ${place.district}, ${place.regency}`;

function list(texts: readonly string[]): string {
  const some = [...new Set(texts)];
  const more = some.length > LISTED ? ` dan ${some.length - LISTED} lainnya` : "";
  return some.slice(0, LISTED).join("; ") + more;
}

function perhaps(names: readonly string[]): string {
  return names.length > 0 ? ` Mungkin maksudnya: ${list(names)}.` : "";
}

/**
 * Finds regions by name. Names repeat (265 names of villages, some of districts), so a village is looked for inside its
 * district and that inside its regency; `Kab.`, `Kota`, `Kec.`, `Desa` …, numerals and short forms are understood. Where
 * a name above is left empty, the village counts only when there is one of its name. A slip of the pen is asked about,
 * never mended.
 */
export function regionResolver(villages: Iterable<NamedVillage>): RegionResolver {
  const regencies = new RegionNames<Regency>(PREFIXES.regency);
  const districts = new RegionNames<District>(PREFIXES.district);
  const everywhere = new RegionNames<NamedVillage>(PREFIXES.village);
  const regencyByCode = new Map<string, Regency>();
  const districtByCode = new Map<string, District>();

  function regencyOf({ regencyCode, regency }: NamedVillage): Regency {
    let known = regencyByCode.get(regencyCode);
    if (!known) {
      const inside = {
        districts: new RegionNames<District>(PREFIXES.district),
        villages: new RegionNames<NamedVillage>(PREFIXES.village),
      };
      known = { regencyCode, regency, ...inside };
      regencyByCode.set(regencyCode, known);
      regencies.add(regency, known);
    }
    return known;
  }

  function districtOf(village: NamedVillage, parent: Regency): District {
    const { districtCode, district, regencyCode, regency } = village;
    let known = districtByCode.get(districtCode);
    if (!known) {
      const inside = new RegionNames<NamedVillage>(PREFIXES.village);
      known = { districtCode, district, regencyCode, regency, villages: inside };
      districtByCode.set(districtCode, known);
      parent.districts.add(district, known);
      districts.add(district, known);
    }
    return known;
  }

  for (const village of villages) {
    const regency = regencyOf(village);
    districtOf(village, regency).villages.add(village.name, village);
    regency.villages.add(village.name, village);
    everywhere.add(village.name, village);
  }

  const plain = ({ villages: _, ...district }: District): NamedDistrict => district;

  function findRegency(name: string): Resolved<Regency> {
    const [regency] = regencies.find(name);
    if (regency) return { found: regency };
    const hint = perhaps(regencies.near(name).map((near) => near.regency));
    return { column: "kabupaten", message: `Kabupaten/kota "${name}" tidak ada di Lampung.${hint}` };
  }

  function findDistrict(name: string, { districts: inside, regency }: Regency): Resolved<District> {
    const [district] = inside.find(name);
    if (district) return { found: district };
    const elsewhere = districts.find(name).map((other) => `ada di ${other.regency}`);
    const hint = perhaps([...inside.near(name).map((near) => near.district), ...elsewhere]);
    return { column: "kecamatan", message: `Kecamatan "${name}" tidak ada di ${regency}.${hint}` };
  }

  /** One village of the name, else which there are. */
  function only(
    found: readonly NamedVillage[],
    column: "kabupaten" | "kecamatan",
    nothing: () => Resolved<NamedVillage>,
  ): Resolved<NamedVillage> {
    if (found.length === 0) return nothing();
    if (found.length === 1) return { found: found[0]! };
    const places = list(found.map(inDistrict));
    const what = column === "kabupaten" ? "kabupaten/kota" : "kecamatan";
    const message = `Ada ${found.length} desa/kelurahan "${found[0]!.name}": ${places}. Isi ${what}-nya.`;
    return { column, message };
  }

  function villageIn(desa: string, district: District): Resolved<NamedVillage> {
    const [village] = district.villages.find(desa);
    if (village) return { found: village };
    const near = district.villages.near(desa).map((other) => other.name);
    const elsewhere = regencyByCode.get(district.regencyCode)!.villages.find(desa);
    const hint = perhaps([...near, ...elsewhere.map((other) => `di Kecamatan ${other.district}`)]);
    return {
      column: "desa",
      message: `Desa/kelurahan "${desa}" tidak ada di ${inDistrict(district)}.${hint}`,
    };
  }

  function look({ desa, kecamatan, kabupaten }: VillageNames): Resolved<NamedVillage> {
    const nowhere = (where: string, near: readonly NamedVillage[]) => (): Resolved<NamedVillage> => ({
      column: "desa",
      message: `Desa/kelurahan "${desa}" tidak ada di ${where}.${perhaps(near.map((other) => other.name))}`,
    });
    if (kabupaten !== "") {
      const regency = findRegency(kabupaten);
      if (!("found" in regency)) return regency;
      const { villages: inside, regency: name } = regency.found;
      if (kecamatan === "") return only(inside.find(desa), "kecamatan", nowhere(name, inside.near(desa)));
      const district = findDistrict(kecamatan, regency.found);
      return "found" in district ? villageIn(desa, district.found) : district;
    }
    if (kecamatan === "")
      return only(everywhere.find(desa), "kabupaten", nowhere("Lampung", everywhere.near(desa)));
    const named = districts.find(kecamatan);
    const [first, ...others] = named;
    if (!first) return { column: "kecamatan", message: `Kecamatan "${kecamatan}" tidak ada di Lampung.` };
    if (others.length === 0) return villageIn(desa, first);
    const found = named.flatMap((district) => district.villages.find(desa));
    return only(found, "kabupaten", nowhere(`Kecamatan ${first.district}`, []));
  }

  const remembered = new Map<string, Resolved<NamedVillage>>();
  return {
    regency(name) {
      const regency = findRegency(name);
      if (!("found" in regency)) return regency;
      const { regencyCode, regency: text } = regency.found;
      return { found: { regencyCode, regency: text } };
    },
    district({ kecamatan, kabupaten }) {
      const regency = findRegency(kabupaten);
      if (!("found" in regency)) return regency;
      const district = findDistrict(kecamatan, regency.found);
      return "found" in district ? { found: plain(district.found) } : district;
    },
    village(names) {
      const key = `${names.desa}\n${names.kecamatan}\n${names.kabupaten}`;
      let answer = remembered.get(key);
      if (!answer) {
        answer = look(names);
        if (remembered.size >= REMEMBERED) remembered.clear();
        remembered.set(key, answer);
      }
      return answer;
    },
  };
}
