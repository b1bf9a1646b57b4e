import { z } from "zod";
import type { ProductInput, VariantInput } from "../domain/catalogue/product-input.ts";
import { MOST_VARIANTS, PRICE, STOCK, WEIGHT } from "../domain/catalogue/variant-limits.ts";
import { BadInput } from "../lib/errors.ts";
import { id, readForm, text, wholeNumber } from "./form.server.ts";
import { licenceNumber } from "./licence-number.server.ts";

const Product = z.object({
  nama: text("nama produk", { min: 2, max: 140 }),
  kategori: z.string({ error: "Pilih kategori." }),
  kecamatan: z.string({ error: "Pilih kecamatan tempat produk dibuat." }),
  keterangan: z.string().max(4000, "Terlalu panjang, paling banyak 4.000 huruf.").optional(),
  pirt: licenceNumber,
  halal: licenceNumber,
  bpom: licenceNumber,
});

const Variant = z.object({
  varian: id.optional(),
  label: text("ukuran", { max: 60 }),
  sku: text("kode barang", { max: 60 }).optional(),
  harga: wholeNumber("Harga", PRICE),
  berat: wholeNumber("Berat", WEIGHT),
  stok: wholeNumber("Stok", STOCK),
  terlihat: wholeNumber("Stok", STOCK).optional(),
});

/** The fields of one row, without its number; `undefined` for a new row that was left empty. */
function rowOf(form: FormData, row: number): FormData | undefined {
  const fields = new FormData();
  for (const name of ["varian", "label", "sku", "harga", "berat", "stok", "terlihat"]) {
    const value = form.get(`${name}_${row}`);
    if (typeof value === "string") fields.set(name, value);
  }
  const typed = ["varian", "label", "harga", "berat"].some((name) => String(fields.get(name) ?? "").trim());
  return typed ? fields : undefined;
}

/** How many rows of pack sizes the form has. */
export function rowsOf(form: FormData): number {
  let rows = 0;
  while (rows < MOST_VARIANTS && form.has(`label_${rows}`)) rows++;
  return rows;
}

function readVariant(form: FormData, row: number): VariantInput | undefined {
  const fields = rowOf(form, row);
  if (!fields) return undefined;
  const remove = form.get(`hapus_${row}`) === "ya";
  if (remove) {
    const known = String(fields.get("varian") ?? "");
    if (!/^[1-9]\d{0,14}$/.test(known)) return undefined;
    const nothing = { label: "", sku: "", price: 0, weightGrams: 0, stock: 0, seenStock: 0 };
    return { row, id: Number(known), remove, ...nothing };
  }
  const read = readForm(fields, Variant);
  return {
    row,
    id: read.varian ?? null,
    label: read.label,
    sku: read.sku ?? "",
    price: read.harga,
    weightGrams: read.berat,
    stock: read.stok,
    seenStock: read.terlihat ?? 0,
    remove,
  };
}

/** A product's form with its rows of pack sizes. @throws BadInput with every wrong field, a row's as `harga_0` */
export function readProduct(form: FormData): ProductInput {
  const wrong: Record<string, string> = {};
  const gather = <Value>(read: () => Value, suffix = ""): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      for (const [field, sentence] of Object.entries(error.fields)) wrong[field + suffix] = sentence;
      return undefined;
    }
  };
  const product = gather(() => readForm(form, Product));
  const variants: VariantInput[] = [];
  for (let row = 0; row < rowsOf(form); row++) {
    const variant = gather(() => readVariant(form, row), `_${row}`);
    if (variant) variants.push(variant);
  }
  if (!product || Object.keys(wrong).length > 0) throw new BadInput(wrong);
  return {
    name: product.nama,
    category: product.kategori,
    description: (product.keterangan ?? "").replaceAll("\0", ""),
    districtCode: product.kecamatan,
    pirt: product.pirt,
    halal: product.halal,
    bpom: product.bpom,
    variants,
  };
}

/** The form as it was typed, with one more row: for "Tambah ukuran" without JavaScript. */
export function withOneMoreRow(form: FormData) {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = value;
  return { typed, rows: Math.min(MOST_VARIANTS, rowsOf(form) + 1) };
}
