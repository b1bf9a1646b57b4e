/** What belongs to a category of goods, for the papers of its sellers. */
export interface Trade {
  /** KBLI 2020 codes */
  kbli: string;
  /** Processed food needs a household-food licence (P-IRT) and may be halal-certified; crafts and fresh goods do not. */
  food: "processed" | "raw" | "none";
  /** categories the same hands tend to make too */
  kin: readonly string[];
}

const SNACKS = ["keripik", "kerupuk", "dodol-manisan", "kue"];
const KITCHEN = ["sambal-bumbu", "gula-madu", "minuman", "herbal", "tepung", "rempah"];
const CRAFT = ["tapis", "souvenir", "sulam-usus", "batik", "fesyen", "anyaman", "kerajinan"];
const FARM = ["segar", "beras", "tepung", "rempah", "kopi"];
const SEA = ["olahan-ikan", "kerupuk", "frozen", "sambal-bumbu"];

export const TRADES: Readonly<Record<string, Trade>> = {
  keripik: { kbli: "10794", food: "processed", kin: SNACKS },
  kerupuk: { kbli: "10794", food: "processed", kin: SNACKS },
  kopi: { kbli: "10761", food: "processed", kin: ["kopi", "rempah", "gula-madu", "herbal"] },
  kue: { kbli: "10792", food: "processed", kin: SNACKS },
  "dodol-manisan": { kbli: "10796", food: "processed", kin: SNACKS },
  minuman: { kbli: "10733", food: "processed", kin: KITCHEN },
  "gula-madu": { kbli: "10722", food: "processed", kin: KITCHEN },
  rempah: { kbli: "10772", food: "processed", kin: ["rempah", "kopi", "gula-madu", "sambal-bumbu"] },
  kakao: { kbli: "10732", food: "processed", kin: ["kakao", "kopi", "dodol-manisan"] },
  "sambal-bumbu": { kbli: "10772", food: "processed", kin: KITCHEN },
  "olahan-ikan": { kbli: "10214", food: "processed", kin: SEA },
  frozen: { kbli: "10216", food: "processed", kin: SEA },
  tapis: { kbli: "13912", food: "none", kin: CRAFT },
  "sulam-usus": { kbli: "13912", food: "none", kin: CRAFT },
  batik: { kbli: "13134", food: "none", kin: CRAFT },
  fesyen: { kbli: "13912", food: "none", kin: CRAFT },
  souvenir: { kbli: "32903", food: "none", kin: CRAFT },
  anyaman: { kbli: "16292", food: "none", kin: CRAFT },
  kerajinan: { kbli: "32903", food: "none", kin: CRAFT },
  herbal: { kbli: "10773", food: "processed", kin: KITCHEN },
  tepung: { kbli: "10750", food: "processed", kin: ["tepung", "keripik", "kerupuk", "beras"] },
  beras: { kbli: "47112", food: "raw", kin: FARM },
  segar: { kbli: "47112", food: "raw", kin: FARM },
};
