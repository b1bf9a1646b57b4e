import { CAST_OPERATORS } from "../cast.ts";
import { neighbourhoodNumber, personName, streetAddress } from "./people.ts";
import { type Random, randomFor, scattered } from "./random.ts";
import { districtNames, regencyNames } from "./read-data.ts";
import { type PlannedWarung, planWarung } from "./warung-plan.ts";

export const WARUNG_COLUMNS = [
  "nama_warung",
  "nama_pemilik",
  "no_hp",
  "alamat",
  "rt",
  "rw",
  "desa",
  "kecamatan",
  "kabupaten",
  "lintang",
  "bujur",
  "jam_senin",
  "jam_selasa",
  "jam_rabu",
  "jam_kamis",
  "jam_jumat",
  "jam_sabtu",
  "jam_minggu",
  "desa_layanan",
  "tarif",
  "kapasitas",
  "no_sk",
] as const;
export type WarungSheetRow = Record<(typeof WARUNG_COLUMNS)[number], string>;

const EVERY_DAY = "06.00-21.00";
const USUAL_HOURS = [EVERY_DAY, EVERY_DAY, "06.00-20.00", "05.30-21.00", "07.00-21.00", "06.30-22.00"];
const NAMES =
  "Berkah|Barokah|Sembako Murah|Rezeki|Sederhana|Sumber Rejeki|Amanah|Jaya|Sinar Pagi|Dua Putri|Tiga Saudara|Mulya|Lancar|Cahaya|Serba Ada|Sejahtera".split(
    "|",
  );
const PREFIXES = ["0877", "0878", "0895", "0896"];

/** Monday first. Most open every day alike; some close on Sunday, some open late on Friday. */
function weekOf(random: Random): string[] {
  const usual = random.pick(USUAL_HOURS);
  const week = Array.from({ length: 7 }, () => usual);
  if (random.chance(0.12)) week[6] = "tutup";
  else if (random.chance(0.2)) week[6] = "07.00-17.00";
  if (random.chance(0.08)) week[4] = "13.00-21.00";
  return week;
}

/** "2:5000 5:8000" = up to 2 km Rp5.000, up to 5 km Rp8.000; the last step reaches the farthest village. */
function fees(random: Random, farthestMetres: number): string {
  const more = random.pick([0, 0, 0, 1_000]);
  const steps: [number, number][] = [
    [2, 5_000],
    [5, 8_000],
    [10, 12_000],
    [25, 18_000],
    [50, 30_000],
    [100, 45_000],
  ];
  // The shop stands up to 300 m from its village's middle, so the last step gets half a kilometre to spare.
  const needed = steps.findIndex(([km]) => km * 1_000 >= farthestMetres + 500);
  return steps
    .slice(0, Math.max(4, needed + 1))
    .map(([km, rupiah]) => `${km}:${rupiah + more}`)
    .join(" ");
}

function rowOf(shop: PlannedWarung, index: number): WarungSheetRow {
  const random = randomFor("warung", index);
  const cast = CAST_OPERATORS[index];
  const keeper = personName(random);
  const address = streetAddress(random);
  const name = random.chance(0.55)
    ? `Warung ${keeper.woman ? "Bu" : "Pak"} ${keeper.first}`
    : `${random.pick(["Warung", "Toko"])} ${random.pick(NAMES)}`;
  const week = cast ? Array.from({ length: 7 }, () => EVERY_DAY) : weekOf(random);
  const nearby = () => (random.next() - 0.5) * 0.004;
  const [senin, selasa, rabu, kamis, jumat, sabtu, minggu] = week;
  return {
    nama_warung: cast?.warung ?? name,
    nama_pemilik: cast?.fullName ?? keeper.full,
    no_hp:
      cast?.mobile.replaceAll("-", "") ??
      PREFIXES[index % PREFIXES.length]! + String(scattered(index, 90_000_000, 40_503_941) + 10_000_000),
    alamat: address,
    rt: neighbourhoodNumber(random, 12),
    rw: neighbourhoodNumber(random, 6),
    desa: shop.village.name,
    kecamatan: districtNames().get(shop.village.districtCode)!,
    kabupaten: regencyNames().get(shop.village.regencyCode)!,
    lintang: (shop.village.latitude + nearby()).toFixed(6),
    bujur: (shop.village.longitude + nearby()).toFixed(6),
    jam_senin: senin!,
    jam_selasa: selasa!,
    jam_rabu: rabu!,
    jam_kamis: kamis!,
    jam_jumat: jumat!,
    jam_sabtu: sabtu!,
    jam_minggu: minggu!,
    desa_layanan: shop.serves.map((village) => village.code).join(" "),
    tarif: fees(random, shop.farthest),
    kapasitas: String(cast ? 20 : random.int(8, 20)),
    no_sk: `500.3/${String(index + 1).padStart(3, "0")}/V.16/2026`,
  };
}

/** The 226 warung of the seed as the offices' spreadsheet, with hours in WIB, fees in rupiah by kilometres. */
export function* warungRows(): Generator<WarungSheetRow> {
  for (const [index, shop] of planWarung().entries()) yield rowOf(shop, index);
}
