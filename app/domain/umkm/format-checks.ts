import { mobileText, parseMobile } from "../../lib/mobile.ts";
import {
  bpomProblem,
  halalProblem,
  maskNumber,
  nibProblem,
  nikProblem,
  pirtProblem,
  pirtYear,
} from "./identity-numbers.ts";

export type CheckedFacts = {
  readonly nib: string | null;
  /** opened for this check alone: only its ends come out again */
  readonly nik: string | null;
  readonly mobile: string;
  readonly kbli: string | null;
  /** null: the code is not on our list */
  readonly kbliTitle: string | null;
  readonly kbliEdition: number | null;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
};

export type FormatCheck = {
  readonly label: string;
  /** what may be shown; null when nothing was given */
  readonly value: string | null;
  /** null: nothing was given, and nothing has to be */
  readonly ok: boolean | null;
  readonly why: string;
};

function check(
  label: string,
  value: string | null,
  problem: (value: string) => string | undefined,
  good: (value: string) => string,
  { required = false, shown = (text: string) => text } = {},
): FormatCheck {
  if (!value) return { label, value: null, ok: required ? false : null, why: "belum diisi" };
  const wrong = problem(value);
  return { label, value: shown(value), ok: !wrong, why: wrong ?? good(value) };
}

/** Digits in groups that can be read aloud: `9120 1234 56789`. */
const grouped = (digits: string) => digits.replace(/^(\d{4})(\d{4})(\d+)$/, "$1 $2 $3");

/**
 * What can be seen of an application's numbers without asking anybody: their form, and what their digits say. Whether
 * they are real is for the officer to look up.
 * @param today judges expiry years (WIB)
 */
export function formatChecks(facts: CheckedFacts, today: Date): FormatCheck[] {
  const { kbli, kbliTitle, kbliEdition } = facts;
  return [
    check("NIK", facts.nik, nikProblem, () => "16 angka, tanggal lahir masuk akal", {
      required: true,
      shown: (nik) => maskNumber(nik).replace(/^(.{4})(.{4})(.{4})(.{4})$/, "$1 $2 $3 $4"),
    }),
    check("NIB", facts.nib, nibProblem, () => "13 angka", { required: true, shown: grouped }),
    check(
      "Nomor HP",
      facts.mobile,
      (mobile) => (parseMobile(mobile) ? undefined : "bukan nomor HP Indonesia"),
      () => "nomor HP yang sah",
      { required: true, shown: mobileText },
    ),
    check(
      "KBLI",
      kbli,
      () => (kbliTitle === null ? "kode ini tidak ada dalam daftar KBLI yang dipakai di sini" : undefined),
      () => `${kbliTitle}${kbliEdition ? ` (KBLI ${kbliEdition})` : ""}`,
    ),
    check(
      "P-IRT",
      facts.pirt,
      (pirt) => pirtProblem(pirt, today),
      (pirt) => `15 angka, berlaku sampai ${pirtYear(pirt)}`,
    ),
    check("Halal", facts.halal, halalProblem, () => "ID dan angka"),
    check("BPOM MD", facts.bpom, bpomProblem, () => "MD dan 12 sampai 15 angka"),
  ];
}
