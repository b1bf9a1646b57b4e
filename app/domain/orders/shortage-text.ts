import { MISSING_REASONS, type MissingReason } from "./missing-reasons.ts";
import type { ShortageDecision } from "./settle-shortage.server.ts";

/** What was decided, in words. */
export const DECISION_TEXT = {
  substituted: "diganti",
  dropped: "dihapus dari pesanan",
  cancelled: "pesanan dibatalkan",
} as const satisfies Record<ShortageDecision, string>;

type Detail = Readonly<Record<string, unknown>>;

/** `Dapur Bu Siti: 2 × Keripik Pisang 250 g tidak ada (stoknya ternyata habis), diusulkan 2 × Dodol 250 g`. */
export function shortageAskedText(who: string, { umkm, pieces, goods, reason, substitute }: Detail): string {
  const why = MISSING_REASONS[reason as MissingReason] ?? String(reason);
  const instead = substitute ? `, diusulkan ${substitute}` : "";
  return `${umkm ?? who}: ${pieces} × ${goods} tidak ada (${why})${instead}. Pembeli ditanya`;
}

/** `Rina Yulianti menjawab: 2 × Keripik Pisang 250 g diganti 2 × Dodol 250 g`. */
export function shortageDecidedText(
  who: string,
  { by, pieces, goods, decision, substitute }: Detail,
): string {
  const said =
    by === "deadline"
      ? "Tidak dijawab, sesuai pilihan saat memesan"
      : by === "officer"
        ? `${who} mencatat jawaban pembeli`
        : `${who} menjawab`;
  return `${said}: ${pieces} × ${goods} ${DECISION_TEXT[decision as ShortageDecision] ?? decision}${substitute ? ` ${substitute}` : ""}`;
}
