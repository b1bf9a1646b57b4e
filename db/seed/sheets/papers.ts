import type { PersonName } from "./people.ts";
import { type Random, scattered } from "./random.ts";
import type { VillageRow } from "./read-data.ts";
import { TRADES } from "./trades.ts";

export interface Licences {
  /** 15 digits, the last two the year it expires; empty when there is none */
  pirt: string;
  /** `ID` and digits, or empty */
  halal: string;
  /** `MD` and 12 digits, or empty */
  bpom: string;
}

const digits = (random: Random, length: number) =>
  String(random.int(0, 10 ** length - 1)).padStart(length, "0");

/**
 * The licences of a seller of a category of goods. Processed food mostly has P-IRT and often halal; crafts and fresh
 * goods need neither.
 */
export function licences(
  random: Random,
  category: string,
  village: VillageRow,
  index: number,
  complete: boolean,
): Licences {
  const food = TRADES[category]!.food;
  if (food === "none") return { pirt: "", halal: "", bpom: "" };
  const hasBpom = food === "processed" && !complete && random.chance(category === "frozen" ? 0.6 : 0.03);
  const hasPirt = food === "processed" && !hasBpom && (complete || random.chance(0.86));
  const place = village.regencyCode.replace(".", "");
  const serial = String(index % 10_000).padStart(4, "0");
  return {
    pirt: hasPirt ? `${random.int(1, 4)}${digits(random, 4)}${place}${serial}${random.int(27, 31)}` : "",
    halal:
      food === "processed" && (complete || random.chance(0.7))
        ? `ID18${digits(random, 9)}${digits(random, 6)}`
        : "",
    bpom: hasBpom ? `MD${digits(random, 6)}${digits(random, 6)}` : "",
  };
}

/** NIB prefixes as issued over the years. */
const NIB_PREFIXES = ["0220", "1212", "2007", "8120", "9120"];

/**
 * NIK (16 digits: place of first registration, day of birth with 40 added for women, serial) and NIB (13 digits).
 * Both are invented, plausible and different for each index.
 */
export function ownerIdentity(
  random: Random,
  owner: PersonName,
  village: VillageRow,
  index: number,
): { nik: string; nib: string } {
  const place = village.districtCode.replaceAll(".", "");
  const day = random.int(1, 28) + (owner.woman ? 40 : 0);
  const date = [day, random.int(1, 12), random.int(60, 99)]
    .map((part) => String(part).padStart(2, "0"))
    .join("");
  return {
    nik: place + date + String((index % 9_999) + 1).padStart(4, "0"),
    nib:
      NIB_PREFIXES[index % NIB_PREFIXES.length]! +
      String(scattered(index, 1_000_000_000, 387_420_489)).padStart(9, "0"),
  };
}
