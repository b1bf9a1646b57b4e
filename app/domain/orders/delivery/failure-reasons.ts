import { rupiah } from "../../../lib/rupiah.ts";

/** Why goods came back from the door, as operators choose it. */
export const FAILURE_REASONS = {
  nobody_home: "tidak ada orang di rumah",
  refused: "penerima menolak",
  wrong_address: "alamat tidak ditemukan",
} as const;
export type FailureReason = keyof typeof FAILURE_REASONS;

/** How often a warung rides out with one order before it has to be decided otherwise. */
export const MOST_TRIES = 2;

/** Wrong PINs after which an officer must help: 5 of 10,000 guesses. */
export const PIN_TRIES = 5;

/** How an order reached its buyer, for its history: `Diserahkan dengan nama penerima dan foto, Rp48.000 tunai diterima`. */
export function deliveredText(who: string, detail: Readonly<Record<string, unknown>>): string {
  const how =
    detail.proof === "photo"
      ? "Diserahkan dengan nama penerima dan foto"
      : detail.proof === "officer"
        ? `${who} memastikan sudah diterima`
        : "Diserahkan";
  return typeof detail.cash === "number" ? `${how}, ${rupiah(detail.cash)} tunai diterima` : how;
}
