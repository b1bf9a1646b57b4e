import { CAST_SELLERS } from "../cast.ts";
import { businessName, cooperativeName } from "./business-names.ts";
import { type Licences, licences, ownerIdentity } from "./papers.ts";
import { neighbourhoodNumber, type PersonName, personName, streetAddress } from "./people.ts";
import { type Random, randomFor, scattered } from "./random.ts";
import {
  districtNames,
  kindByKey,
  type ProductKind,
  productKinds,
  regencyNames,
  regencyRows,
  type VillageRow,
  villagesOfRegency,
} from "./read-data.ts";
import { TRADES } from "./trades.ts";

export interface Seller extends Licences {
  name: string;
  kind: "UMKM" | "Koperasi";
  ownerName: string;
  nik: string;
  nib: string;
  mobile: string;
  address: string;
  rt: string;
  rw: string;
  village: VillageRow;
  district: string;
  regency: string;
  category: string;
  /** what they make, their speciality first */
  kinds: readonly string[];
  isCast: boolean;
}

/** Mobile prefixes of sellers; warung use others, the cast uses 0811 to 0813. */
const PREFIXES = ["0821", "0822", "0852", "0853", "0857", "0858"];

/** How often each kind has been taken, so that none is left with too few sellers. */
class KindShares {
  readonly #taken = new Map<string, number>();
  readonly #sellersOf = new Map<string, number>();

  take(kind: string): void {
    this.#taken.set(kind, (this.#taken.get(kind) ?? 0) + 1);
  }

  /** The scarcest first; among equals in an order that the key of the seller decides. */
  scarcest(kinds: readonly ProductKind[], random: Random, count: number): string[] {
    return kinds
      .map((kind) => ({ key: kind.key, rank: (this.#taken.get(kind.key) ?? 0) + random.next() * 2 }))
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, count)
      .map((kind) => kind.key);
  }

  /** The speciality of the next seller: every kind twice, then always the one with fewest makers. */
  speciality(index: number, random: Random): ProductKind {
    const kinds = productKinds();
    if (index < 2 * kinds.length) return kinds[scattered(index, kinds.length, 37)]!;
    return kindByKey().get(this.scarcest(kinds, random, 1)[0]!)!;
  }

  /** Of the regencies that make a kind, the one with fewest sellers for its people. */
  regencyFor(kind: ProductKind): string {
    const weight = (code: string) => {
      const people = regencyRows().find((row) => row.code === code)!.population;
      return ((this.#sellersOf.get(code) ?? 0) + 1) / Math.sqrt(people);
    };
    const code = kind.regencyCodes.toSorted((a, b) => weight(a) - weight(b))[0]!;
    this.#sellersOf.set(code, (this.#sellersOf.get(code) ?? 0) + 1);
    return code;
  }
}

function castSeller(index: number, shares: KindShares): Seller {
  const cast = CAST_SELLERS[index]!;
  const random = randomFor("umkm", index);
  const [regencyCode = ""] = [...regencyNames()].find(([, name]) => name === cast.regency) ?? [];
  const village = villagesOfRegency()
    .get(regencyCode)!
    .find((row) => row.name === cast.village && districtNames().get(row.districtCode) === cast.district)!;
  for (const kind of cast.kinds) shares.take(kind);
  const category = kindByKey().get(cast.kinds[0]!)!.category;
  const owner: PersonName = { woman: cast.name !== "Pak Wayan", first: cast.name, full: cast.fullName };
  return {
    ...licences(random, category, village, index, true),
    ...ownerIdentity(random, owner, village, index),
    name: cast.umkm,
    kind: "UMKM",
    ownerName: cast.fullName,
    mobile: cast.mobile.replaceAll("-", ""),
    address: streetAddress(random),
    rt: neighbourhoodNumber(random, 9),
    rw: neighbourhoodNumber(random, 5),
    village,
    district: cast.district,
    regency: cast.regency,
    category,
    kinds: cast.kinds,
    isCast: true,
  };
}

function ordinarySeller(index: number, shares: KindShares): Seller {
  const random = randomFor("umkm", index);
  const speciality = shares.speciality(index, random);
  const regencyCode = shares.regencyFor(speciality);
  const village = random.pick(villagesOfRegency().get(regencyCode)!);
  const district = districtNames().get(village.districtCode)!;
  const owner = personName(random);
  const { category } = speciality;
  const others = productKinds().filter(
    (kind) =>
      kind.key !== speciality.key &&
      kind.regencyCodes.includes(regencyCode) &&
      TRADES[category]!.kin.includes(kind.category),
  );
  const kinds = [speciality.key, ...shares.scarcest(others, random, random.int(1, 4))];
  // Some sellers offer no more than their first two things: only these count.
  for (const kind of kinds.slice(0, 2)) shares.take(kind);
  const isCooperative = random.chance(0.08);
  const place = { village: village.name, district };
  return {
    ...licences(random, category, village, index, false),
    ...ownerIdentity(random, owner, village, index),
    name: isCooperative ? cooperativeName(random, place) : businessName(random, owner, category, place),
    kind: isCooperative ? "Koperasi" : "UMKM",
    ownerName: owner.full,
    mobile:
      PREFIXES[index % PREFIXES.length]! + String(scattered(index, 90_000_000, 40_503_941) + 10_000_000),
    address: streetAddress(random),
    rt: neighbourhoodNumber(random, 12),
    rw: neighbourhoodNumber(random, 6),
    village,
    district,
    regency: regencyNames().get(regencyCode)!,
    category,
    kinds,
    isCast: false,
  };
}

const made = new Map<number, readonly Seller[]>();

/** The sellers of the seed, the named cast first; each kind of product has its share of them. */
export function seedSellers(count: number): readonly Seller[] {
  const known = made.get(count);
  if (known) return known;
  const shares = new KindShares();
  const sellers = Array.from({ length: count }, (_, index) =>
    index < CAST_SELLERS.length ? castSeller(index, shares) : ordinarySeller(index, shares),
  );
  made.clear();
  made.set(count, sellers);
  return sellers;
}
