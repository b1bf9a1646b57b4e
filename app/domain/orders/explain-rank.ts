import { distanceText } from "../../lib/distance.ts";
import type { FilterRule, Judged } from "./rank-warung.ts";

const FILTERED = {
  not_ready: "belum siap atau sedang jeda",
  not_serving: "tidak melayani desa pembeli",
  no_pickup: "tidak melayani ambil sendiri",
  not_chosen: "bukan warung yang dipilih pembeli untuk mengambil",
  closed: "tutup sampai lewat waktu janji",
  payment: "tidak menerima cara bayar ini",
  already_asked: "sudah ditawari",
  staple_out: "sembako habis",
  full: "sudah penuh pada jam antar itu",
} as const satisfies Record<FilterRule, string>;

/** Why a warung is not asked, in words; undefined when it is eligible. */
export function filterText(judged: Judged): string | undefined {
  if (!judged.filteredBy) return undefined;
  if (judged.filteredBy === "staple_out") return `${judged.staplesOut.join(", ")} habis`;
  return FILTERED[judged.filteredBy];
}

/** A share this many percent from the others' is as good as theirs. */
const SAME_SHARE = 5;

function shareText(overShare: number): string | undefined {
  if (Math.abs(overShare) < SAME_SHARE) return undefined;
  const where = overShare < 0 ? "di bawah" : "di atas";
  return `pesanan bulan ini ${Math.abs(overShare)} % ${where} rata-rata warung lain`;
}

/** Why this warung: `satu desa dengan pembeli, semua sembako ada, 4 pesanan hari ini` (or what `day` calls it). */
export function rankText(judged: Judged, hasStaples: boolean, day = "hari ini"): string {
  const reasons: string[] = [];
  if (judged.chosen) reasons.push("pilihan pembeli");
  if (judged.shelf) reasons.push("barang titipannya sudah ada di warung ini");
  if (judged.sibling) reasons.push("mengantar pesanan lain dari belanja yang sama");
  if (judged.sameVillage) reasons.push("satu desa/kelurahan dengan pembeli");
  else if (judged.sameDistrict) reasons.push("satu kecamatan dengan pembeli");
  if (judged.distanceM !== null && !judged.sameVillage)
    reasons.push(`${distanceText(judged.distanceM)} dari pembeli`);
  if (hasStaples)
    reasons.push(
      judged.staplesFew > 0 ? `${judged.staplesFew} sembako tinggal sedikit` : "semua sembako ada",
    );
  reasons.push(`${judged.heldToday} pesanan ${day}`);
  const share = shareText(judged.overShare ?? 0);
  if (share) reasons.push(share);
  return reasons.join(", ");
}
