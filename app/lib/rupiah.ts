const digits = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });

/** Whole rupiah as people write it here: `Rp12.500`. (`Intl`'s own currency style puts a space after Rp.) */
export function rupiah(amount: number): string {
  return amount < 0 ? `−Rp${digits.format(-amount)}` : `Rp${digits.format(amount)}`;
}

/** A count with Indonesian grouping: `1.204`. */
export function count(amount: number): string {
  return digits.format(amount);
}
