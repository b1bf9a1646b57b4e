import { PRICE, STOCK, WEIGHT } from "./variant-limits.ts";

/** One pack size as its seller typed it; `row` is where it stood in the form. */
export type VariantInput = {
  readonly row: number;
  /** null: a new one */
  readonly id: number | null;
  readonly label: string;
  /** "" lets us make one from the label */
  readonly sku: string;
  /** rupiah */
  readonly price: number;
  readonly weightGrams: number;
  readonly stock: number;
  /** what stood on the page */
  readonly seenStock: number;
  readonly remove: boolean;
};

export type ProductInput = {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly districtCode: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  readonly variants: readonly VariantInput[];
};

const slugOf = (label: string) =>
  label
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40) || "UKURAN";

/** The seller's own number of each pack size that stays; where none was typed, one from its label that is free. */
export function skusOf(variants: readonly VariantInput[]): Map<number, string> {
  const kept = variants.filter((variant) => !variant.remove);
  const taken = new Set(kept.map((variant) => variant.sku).filter(Boolean));
  const skus = new Map<number, string>();
  for (const { row, sku, label } of kept) {
    let free = sku || slugOf(label);
    for (let again = 2; !sku && taken.has(free); again++) free = `${slugOf(label)}-${again}`;
    taken.add(free);
    skus.set(row, free);
  }
  return skus;
}

/** What is wrong with the pack sizes, by form field (`harga_0`); none of them is another's twin. */
export function variantProblems(variants: readonly VariantInput[]): Record<string, string> {
  const wrong: Record<string, string> = {};
  const kept = variants.filter((variant) => !variant.remove);
  if (kept.length === 0) wrong.ukuran = "Isi paling sedikit satu ukuran dengan harganya.";
  const seen = new Set<string>();
  for (const { row, sku, price, weightGrams, stock } of kept) {
    const outside = (value: number, { min, max }: { min: number; max: number }) =>
      !Number.isInteger(value) || value < min || value > max;
    if (outside(price, PRICE)) wrong[`harga_${row}`] = "Harga harus Rp100 sampai Rp100.000.000.";
    if (outside(weightGrams, WEIGHT)) wrong[`berat_${row}`] = "Berat harus 1 sampai 100.000 gram.";
    if (outside(stock, STOCK)) wrong[`stok_${row}`] = "Stok harus 0 sampai 1.000.000.";
    if (sku && seen.has(sku))
      wrong[`sku_${row}`] = "Kode barang ini sudah dipakai ukuran lain di produk ini.";
    seen.add(sku);
  }
  return wrong;
}
