/** How people write the names of regions, and how to find what they mean. */

/** "Tanjung Karang Pusat" and "Tanjungkarang Pusat" are one place. */
export function bareName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ i: "1", ii: "2", iii: "3", iv: "4", v: "5", vi: "6", vii: "7", viii: "8", ix: "9", x: "10" },
    ...{ b: "bandar", bd: "bandar", bdr: "bandar", gn: "gunung", gng: "gunung", gd: "gedung" },
    ...{ lab: "labuhan", lb: "labuhan", lamp: "lampung", lpg: "lampung", pd: "padang", pdg: "padang" },
    ...{ sp: "simpang", sel: "selatan", ut: "utara", tim: "timur", bar: "barat", teng: "tengah" },
    ...{ tj: "tanjung", tjg: "tanjung", tg: "tanjung", tlk: "teluk", tl: "teluk", tlg: "tulang" },
    ...{ kt: "kota", ngr: "negeri", wy: "way", psr: "pasir", rj: "raja" },
  }),
);

/** Numbers as digits and common short forms written out: "Gaya Baru VI" = "Gaya Baru 6", "Tj. Senang" = "Tanjung Senang". */
export function fullName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => SHORT.get(word) ?? word)
    .join("");
}

/** What everybody here calls the regencies. */
const NICKNAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ balam: "bandarlampung", lamsel: "lampungselatan", lamteng: "lampungtengah", lamtim: "lampungtimur" },
    ...{ lambar: "lampungbarat", lampura: "lampungutara", lamut: "lampungutara", pesibar: "pesisirbarat" },
    ...{ tuba: "tulangbawang", tubaba: "tulangbawangbarat", tgms: "tanggamus", psw: "pringsewu" },
  }),
);

export const PREFIXES = {
  regency: /^\s*(?:pemkab|pemkot|kab(?:upaten)?|kota|kodya)(?:\.|\s)\s*/i,
  district: /^\s*kec(?:amatan)?(?:\.|\s)\s*/i,
  village: /^\s*(?:desa\s*\/\s*kel(?:urahan)?|desa|ds|kel(?:urahan)?|pekon|kampung|kp|tiyuh)(?:\.|\s)\s*/i,
} as const;

/** Whether `a` becomes `b` by one letter changed, added, left out, or two next to each other swapped. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= from && endB >= from && a[endA] === b[endB]) {
    endA--;
    endB--;
  }
  const left = a.slice(from, endA + 1);
  const right = b.slice(from, endB + 1);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === left[1]! + left[0]!;
}

/** Regions of one level by name; several may share one. */
export class RegionNames<Region> {
  readonly #bare = new Map<string, Region[]>();
  readonly #full = new Map<string, Region[]>();

  constructor(private readonly prefix: RegExp) {}

  add(name: string, region: Region): void {
    for (const [index, key] of [
      [this.#bare, bareName(name)],
      [this.#full, fullName(name)],
    ] as const)
      index.set(key, [...(index.get(key) ?? []), region]);
  }

  /** As it stands first, since "Kampung Baru" and "Kota Agung" are whole names; then without the prefix, then written out. */
  find(name: string): readonly Region[] {
    const short = name.replace(this.prefix, "");
    return (
      this.#bare.get(bareName(name)) ??
      this.#bare.get(bareName(short)) ??
      this.#bare.get(NICKNAMES.get(bareName(short)) ?? "") ??
      this.#full.get(fullName(name)) ??
      this.#full.get(fullName(short)) ??
      []
    );
  }

  /** The regions whose name is one slip away: to be asked about, never taken. */
  near(name: string): Region[] {
    const bare = bareName(name.replace(this.prefix, ""));
    if (bare.length < 4) return [];
    return [...this.#bare].flatMap(([key, regions]) => (isNear(bare, key) ? regions : []));
  }
}
