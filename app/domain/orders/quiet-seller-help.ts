/** So many times the median of its kind is far above it. */
export const DEAR = 1.5;

export type QuietFacts = {
  readonly products: number;
  readonly without_photo: number;
  readonly sold_out: number;
  readonly dear_name: string | null;
  readonly dear_ratio: number | null;
  /** P-IRT of the business; its last two digits are the year it ends */
  readonly pirt: string | null;
  /** the nearest such year on a product, as two digits */
  readonly product_pirt: string | null;
};

export type Help = {
  /** for the officer */
  readonly what: string;
  /** for the seller, as advice */
  readonly say: string;
};

const times = (ratio: number) => ratio.toLocaleString("id-ID", { maximumFractionDigits: 1 });

/** What could bring a seller without orders forward, the weightiest first; nothing when all looks well. */
export function quietSellerHelp(facts: QuietFacts, year: number): Help[] {
  const { products, without_photo, sold_out, dear_name, dear_ratio, pirt, product_pirt } = facts;
  const help: Help[] = [];
  if (products === 0)
    help.push({
      what: "Belum ada produk terbit",
      say: "terbitkan produk pertama, cukup satu foto dan harganya",
    });
  if (sold_out > 0)
    help.push({
      what: sold_out === products ? "Semua produk habis" : `${sold_out} dari ${products} produk habis`,
      say: "isi lagi stok produk yang habis",
    });
  if (without_photo > 0)
    help.push({
      what: `${without_photo} dari ${products} produk tanpa foto`,
      say: "tambahkan foto yang terang; produk berfoto lebih sering dibeli",
    });
  if (dear_name !== null && dear_ratio !== null && dear_ratio > DEAR)
    help.push({
      what: `${dear_name} ${times(dear_ratio)} kali harga tengah jenisnya`,
      say: `lihat lagi harga ${dear_name}, atau tulis apa yang membuatnya istimewa`,
    });
  const ends = [pirt?.slice(-2), product_pirt].filter((end) => end != null).map((end) => 2000 + Number(end));
  const soonest = Math.min(...ends);
  if (soonest < year)
    help.push({ what: `P-IRT berakhir ${soonest}`, say: "perpanjang P-IRT; kami dapat membantu caranya" });
  return help;
}

/** The message an officer begins with. */
export function quietSellerMessage(
  { name, ownerName, office }: { name: string; ownerName: string; office: string },
  help: readonly Help[],
): string {
  const advice = help.length > 0 ? ` Yang dapat membantu: ${help.map(({ say }) => say).join("; ")}.` : "";
  return `Halo ${ownerName}, saya dari Dinas Koperasi dan UKM ${office}. ${name} belum mendapat pesanan di Lapak Lampung sebulan ini.${advice} Ada yang dapat kami bantu?`;
}
