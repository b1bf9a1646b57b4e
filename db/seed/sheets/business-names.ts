import type { PersonName } from "./people.ts";
import type { Random } from "./random.ts";

/** What a business of a category is called; the owner's name, a place or a good word follows. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  keripik: ["Keripik", "Rumah Keripik", "Camilan", "Dapur Keripik", "Aneka Keripik"],
  kerupuk: ["Kerupuk", "Kemplang", "Rumah Kerupuk", "Kerupuk Cap"],
  kopi: ["Kopi", "Rumah Kopi", "Kopi Tani", "Sangrai", "Kebun Kopi"],
  "dodol-manisan": ["Dodol", "Manisan", "Lempok", "Dapur Manis"],
  minuman: ["Sirup", "Sari Buah", "Minuman Segar"],
  "gula-madu": ["Madu", "Gula Aren", "Sari Nira", "Madu dan Gula"],
  rempah: ["Rempah", "Lada", "Hasil Bumi", "Kebun Rempah"],
  kakao: ["Cokelat", "Kakao", "Rumah Cokelat"],
  "sambal-bumbu": ["Sambal", "Dapur", "Bumbu", "Dapur Sambal"],
  "olahan-ikan": ["Olahan Ikan", "Dapur Bahari", "Ikan Asap", "Hasil Laut"],
  frozen: ["Bakso", "Dapur Beku", "Bakso dan Olahan"],
  kue: ["Kue", "Dapur Kue", "Kue Basah", "Rumah Kue"],
  tapis: ["Tapis", "Sanggar Tapis", "Galeri Tapis", "Sulam Tapis"],
  "sulam-usus": ["Sulam Usus", "Sanggar Sulam", "Kebaya"],
  batik: ["Batik", "Batik Siger", "Rumah Batik"],
  fesyen: ["Kaos", "Busana", "Sablon"],
  souvenir: ["Suvenir", "Cendera Mata", "Kriya Siger", "Oleh-oleh"],
  anyaman: ["Anyaman", "Kriya Anyam", "Anyaman Bambu"],
  kerajinan: ["Gerabah", "Kriya Tanah Liat"],
  herbal: ["Herbal", "Jamu", "Rumah Herbal"],
  tepung: ["Olahan Singkong", "Tepung", "Dapur Singkong"],
  beras: ["Beras", "Lumbung", "Tani Padi"],
  segar: ["Kebun", "Hasil Tani", "Buah Segar", "Panen"],
};
const GOOD_WORDS =
  "Berkah|Barokah|Sejahtera|Mandiri|Makmur|Lestari|Rezeki|Sari Rasa|Mekar|Jaya|Sumber Rejeki|Bersama|Sekar|Cahaya|Harapan|Amanah|Sinar|Putra Lampung|Siger Mas|Sai Bumi|Ruwa Jurai|Way Kambas|Krakatau|Saburai|Ragom|Begawi".split(
    "|",
  );
const KOPERASI =
  "Tani Maju|Rimba|Wanita Sekar|Sumber Makmur|Karya Bersama|Serba Usaha|Nelayan|Mekar Jaya|Sai Betik|Tunas Harapan|Beguai Jejama|Produsen".split(
    "|",
  );

/** `Keripik Bu Yuni`, `Kopi Berkah Way Tenong`, `Sanggar Tapis Negeri Katon` … */
export function businessName(
  random: Random,
  owner: PersonName,
  category: string,
  place: { village: string; district: string },
): string {
  const head = random.pick(HEADS[category] ?? ["Usaha"]);
  const form = random.int(0, 5);
  if (form <= 1) return `${head} ${owner.woman ? "Bu" : "Pak"} ${owner.first}`;
  if (form === 2) return `${head} ${owner.first}`;
  if (form === 3) return `${head} ${place.district}`;
  if (form === 4) return `${head} ${random.pick(GOOD_WORDS)} ${place.village}`;
  return `${head} ${random.pick(GOOD_WORDS)}`;
}

/** `Koperasi Rimba Liwa` */
export function cooperativeName(random: Random, place: { village: string; district: string }): string {
  return `Koperasi ${random.pick(KOPERASI)} ${random.chance(0.5) ? place.village : place.district}`;
}

/** The part of a seller's name that people add to a product's: "Bu Siti" of "Dapur Bu Siti". */
export function shortName(name: string): string {
  const person = /\b(?:Bu|Pak) \S+$/.exec(name);
  if (person) return person[0];
  if (name.startsWith("Koperasi ")) return name.slice("Koperasi ".length);
  return name.replace(/^(?:Rumah|Sanggar|Galeri|Dapur|Aneka) (?=\S+ )/, "").replace(/^\S+ (?=\S)/, "");
}
