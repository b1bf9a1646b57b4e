import { dateWib } from "../../lib/clock.ts";

/** Digits of a number as people copy it, with spaces, dots or dashes between. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s.-]/g, "");
}

/** What is wrong with an NIB (13 digits), in words; undefined when it can be one. */
export function nibProblem(nib: string): string | undefined {
  return /^\d{13}$/.test(nib) ? undefined : "NIB terdiri dari 13 angka. Periksa di surat NIB Anda.";
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * What is wrong with an NIK, in words that do not repeat it; undefined when it can be one. Digits 7–12 are the birth
 * date as DDMMYY, women's day plus 40. Its region is where it was first issued: people move, so it is not judged.
 */
export function nikProblem(nik: string): string | undefined {
  if (!/^\d{16}$/.test(nik)) return "NIK terdiri dari 16 angka. Salin dari KTP.";
  const written = Number(nik.slice(6, 8));
  const day = written > 40 ? written - 40 : written;
  const days = DAYS[Number(nik.slice(8, 10)) - 1];
  const plausible = days !== undefined && day >= 1 && day <= days && nik.slice(12) !== "0000";
  return plausible
    ? undefined
    : "NIK ini tidak mungkin benar (tanggal lahir di dalamnya). Salin lagi dari KTP.";
}

/** The year a P-IRT number holds until: its last two digits (BPOM regulation 22/2018). */
export function pirtYear(pirt: string): number {
  return 2000 + Number(pirt.slice(-2));
}

/** What is wrong with a P-IRT number (15 digits), in words; undefined when it holds on the day `now` (WIB). */
export function pirtProblem(pirt: string, now: Date): string | undefined {
  if (!/^\d{15}$/.test(pirt)) return "Nomor P-IRT terdiri dari 15 angka.";
  const until = pirtYear(pirt);
  if (until >= Number(dateWib(now).slice(0, 4))) return undefined;
  return `P-IRT ini berlaku sampai ${until}, sudah lewat. Perpanjang dulu, atau kosongkan.`;
}

/** What is wrong with a halal certificate's number (ID and digits), in words. */
export function halalProblem(halal: string): string | undefined {
  return /^ID\d{5,30}$/.test(halal)
    ? undefined
    : "Nomor halal dimulai ID lalu angka. Contoh: ID18110000123456.";
}

/** What is wrong with a BPOM number (MD and 12 to 15 digits), in words. */
export function bpomProblem(bpom: string): string | undefined {
  return /^MD\d{12,15}$/.test(bpom) ? undefined : "Nomor BPOM dimulai MD lalu 12 sampai 15 angka.";
}

/** A number of which only the ends may be seen: `1871••••••••0004`. */
export function maskNumber(
  number: string,
  { start = 4, end = 4 }: { start?: number; end?: number } = {},
): string {
  const hidden = Math.max(0, number.length - start - end);
  return number.slice(0, start) + "•".repeat(hidden) + number.slice(number.length - end);
}
