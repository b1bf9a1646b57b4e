import { crcOf } from "./crc.ts";
import { type Field, readFields } from "./tlv.ts";

/** Whose code it is and what it asks for. */
export type Qris = {
  readonly payload: string;
  /** on a sticker, for any amount; else for one payment */
  readonly isStatic: boolean;
  /** whole rupiah, when the code says it */
  readonly amount: number | null;
  readonly name: string;
  readonly city: string;
  /** the shop's national number (Nomor Induk Merchant): `ID` and 13 digits */
  readonly nmid: string;
  /** its size as its bank sees it: UMI, UKE, UME, UBE, URE */
  readonly criteria: string | null;
  /** the paying app asks the buyer for a tip */
  readonly asksTip: boolean;
};

/** A text that is no usable QRIS; the message says in Indonesian what is wrong with it, and what to do. */
export class BadQris extends Error {
  override name = "BadQris";
}

/** The head of the domestic part, in the templates 26 to 51. */
const DOMESTIC = "ID.CO.QRIS.WWW";
const RUPIAH = "360";
/** Everything that is summed up ends with the head of the sum itself: tag 63, four digits long. */
const CRC_HEAD = "6304";

const AGAIN = "Salin atau foto kodenya sekali lagi.";

const inTemplates = (tag: string) => tag >= "26" && tag <= "51";

function checkFrame(payload: string): void {
  if (payload === "") throw new BadQris("Tempel isi kode QRIS, atau unggah fotonya.");
  if (/^https?:/i.test(payload)) throw new BadQris("Ini alamat situs, bukan QRIS.");
  if (!payload.startsWith("000201"))
    throw new BadQris("Ini bukan QRIS: isi kode QRIS selalu dimulai dengan 000201.");
  if (!/^[\x20-\x7e]*$/.test(payload))
    throw new BadQris(`Ada huruf yang tidak dikenal di kode ini. ${AGAIN}`);
  const head = payload.slice(-8, -4);
  if (head !== CRC_HEAD) throw new BadQris(`Kode ini terpotong di ujungnya. ${AGAIN}`);
  if (crcOf(payload.slice(0, -4)) !== payload.slice(-4).toUpperCase())
    throw new BadQris(`Kode ini tidak utuh: angka pemeriksanya tidak cocok. ${AGAIN}`);
}

function fieldsOf(payload: string): ReadonlyMap<string, string> {
  const fields = readFields(payload);
  if (!fields) throw new BadQris(`Susunan kode ini rusak. ${AGAIN}`);
  const byTag = new Map(fields.map(({ tag, value }) => [tag, value] as const));
  if (byTag.size < fields.length)
    throw new BadQris("Kode ini memuat satu keterangan dua kali. Minta yang baru.");
  return byTag;
}

/** The part that all of Indonesia's providers read alike. */
function domesticOf(fields: ReadonlyMap<string, string>): readonly Field[] {
  const templates = [...fields]
    .filter(([tag]) => inTemplates(tag))
    .map(([, value]) => readFields(value) ?? []);
  const domestic = templates.filter((parts) =>
    parts.some(({ tag, value }) => tag === "00" && value.toUpperCase() === DOMESTIC),
  );
  const numbered = domestic.find((parts) =>
    parts.some(({ tag, value }) => tag === "02" && /^ID\d{13}$/.test(value)),
  );
  if (!numbered)
    throw new BadQris("Kode ini tidak memuat NMID, nomor toko di QRIS. Minta QRIS yang baru dari bank Anda.");
  return numbered;
}

function amountOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+(\.0{0,2})?$/.test(text)) throw new BadQris("Nominal di kode ini bukan rupiah bulat.");
  return Number(text.split(".")[0]);
}

/**
 * Reads a QRIS: EMV QRCPS Merchant-Presented Mode 1.1 with Bank Indonesia's national part (PADG 21/18/PADG/2019 and its
 * technical annex). Line breaks of a copied text are left out.
 * @throws BadQris with a sentence for people
 */
export function readQris(text: string): Qris {
  const payload = text.trim().replace(/[\r\n\t]/g, "");
  checkFrame(payload);
  const fields = fieldsOf(payload);
  const get = (tag: string) => fields.get(tag) ?? "";
  if (get("58") !== "ID") throw new BadQris("Kode ini bukan dari Indonesia.");
  if (get("53") !== RUPIAH) throw new BadQris("Kode ini tidak memakai rupiah.");
  const domestic = domesticOf(fields);
  const [name, city] = [get("59").trim(), get("60").trim()];
  if (name === "" || city === "")
    throw new BadQris("Nama atau kota toko tidak ada di kode ini. Minta yang baru.");
  const initiation = fields.get("01") ?? "11";
  if (initiation !== "11" && initiation !== "12") throw new BadQris(`Jenis kode ini tidak dikenal. ${AGAIN}`);
  const tip = fields.get("55");
  if (tip === "02" || tip === "03")
    throw new BadQris(
      "Kode ini menambah biaya pada tiap pembayaran. Minta QRIS tanpa biaya tambahan dari bank Anda.",
    );
  return {
    payload,
    isStatic: initiation === "11",
    amount: amountOf(fields.get("54")),
    name,
    city,
    nmid: domestic.find(({ tag }) => tag === "02")!.value,
    criteria: domestic.find(({ tag }) => tag === "03")?.value ?? null,
    asksTip: tip === "01",
  };
}

/**
 * Reads the code of a sticker: one that takes any amount, any number of times.
 * @throws BadQris
 */
export function readStaticQris(text: string): Qris {
  const qris = readQris(text);
  if (!qris.isStatic || qris.amount !== null)
    throw new BadQris(
      "Kode ini untuk satu pembayaran saja, nominalnya sudah ada. Pakai QRIS yang tercetak di stiker.",
    );
  return qris;
}
