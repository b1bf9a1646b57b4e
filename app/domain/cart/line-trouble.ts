type Line = {
  readonly staple_id: number | null;
  readonly price: number | null;
  readonly available: boolean;
  /** null for staples, which have no count */
  readonly stock: number | null;
  readonly quantity: number;
};

/** Why a line of a cart cannot be ordered as it is, in words; undefined when it can. */
export function lineTrouble(line: Line): string | undefined {
  if (line.staple_id !== null) {
    return line.price === null ? "Pilih desa dulu untuk melihat harganya." : undefined;
  }
  if (!line.available) return "Tidak dijual lagi. Hapus dari keranjang.";
  if (line.stock === 0) return "Baru saja habis. Hapus dari keranjang.";
  if (line.stock !== null && line.quantity > line.stock) return `Tinggal ${line.stock}. Kurangi jumlahnya.`;
  return undefined;
}
