import { rupiah } from "../../lib/rupiah.ts";

/** What the parts of a record's detail are called; those without a name here are shown by their own. */
const NAMES: Record<string, string> = {
  reason: "Alasan",
  note: "Catatan",
  warung: "Warung",
  barang: "Barang",
  points: "Yang perlu diperbaiki",
  rows: "Baris",
  file: "Berkas",
  decree: "Nomor SK",
  from: "Berlaku mulai",
  seller: "Penjual",
  document: "Dokumen",
  format: "Bentuk",
  before: "Sebelum",
  after: "Sesudah",
  prices: "Harga",
  amount: "Jumlah, rupiah",
  settlement: "Penyelesaian",
  account: "Rekening",
  commission: "Komisi",
  handling: "Bagian warung",
};

type Change = { readonly name: string; readonly before: number | null; readonly after: number };

function isChange(value: unknown): value is Change {
  return value !== null && typeof value === "object" && "name" in value && "after" in value;
}

function changeText({ name, before, after }: Change): string {
  return `${name} ${before === null ? "belum ada" : rupiah(before)} → ${rupiah(after)}`;
}

function valueText(value: unknown): string {
  if (Array.isArray(value))
    return value.map((part) => (isChange(part) ? changeText(part) : valueText(part))).join(", ");
  if (typeof value === "number") return value.toLocaleString("id-ID");
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  return value === null || value === undefined ? "kosong" : String(value);
}

/**
 * The detail of a record in words, a line each: `ditahan → siap`, `Alasan: foto NIB buram`. Changed prices (rupiah) are
 * lists of `{ name, before, after }`.
 */
export function explainAudit(detail: Readonly<Record<string, unknown>>): string[] {
  const { before, after, ...rest } = detail;
  const lines: string[] = [];
  if (before !== undefined && after !== undefined) lines.push(`${valueText(before)} → ${valueText(after)}`);
  else if (before !== undefined) lines.push(`${NAMES.before}: ${valueText(before)}`);
  else if (after !== undefined) lines.push(`${NAMES.after}: ${valueText(after)}`);
  for (const [name, value] of Object.entries(rest)) lines.push(`${NAMES[name] ?? name}: ${valueText(value)}`);
  return lines;
}
