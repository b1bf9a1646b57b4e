const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;

/** `Januari` … `Desember`, of 1 … 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? "";
}
