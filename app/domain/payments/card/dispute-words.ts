/** How a dispute ended; null: it has not. Stripe's words: docs.stripe.com/api/disputes/object, status. */
export function disputeEnd(status: string): "won" | "lost" | "dropped" | null {
  if (status === "won" || status === "lost") return status;
  return status === "warning_closed" || status === "prevented" ? "dropped" : null;
}

const STATUS: Readonly<Record<string, string>> = {
  needs_response: "Perlu bukti",
  warning_needs_response: "Perlu bukti",
  appeal_needs_response: "Perlu bukti",
  under_review: "Diperiksa bank",
  warning_under_review: "Diperiksa bank",
  appeal_under_review: "Diperiksa bank",
  won: "Dimenangkan kita",
  lost: "Dimenangkan pembeli",
  warning_closed: "Ditutup",
  prevented: "Dicegah",
};

export function disputeStatusText(status: string): string {
  return STATUS[status] ?? "Diperiksa bank";
}

/** Why a bank sends a refund back (docs.stripe.com/refunds#failed-refunds); anything else is shown as it came. */
const REFUND_FAILURE: Readonly<Record<string, string>> = {
  expired_or_canceled_card: "Kartunya sudah tidak berlaku.",
  lost_or_stolen_card: "Kartunya dilaporkan hilang.",
  insufficient_funds: "Saldo di Stripe tidak cukup.",
  declined: "Ditolak bank pembeli.",
  merchant_request: "Dibatalkan di Stripe.",
};

export function refundFailureText(reason: string | null): string {
  return reason === null ? "" : (REFUND_FAILURE[reason] ?? reason);
}

/** Why the cardholder disputes it (docs.stripe.com/disputes/categories). */
const REASON: Readonly<Record<string, string>> = {
  product_not_received: "barang tidak diterima",
  product_unacceptable: "barang tidak sesuai",
  fraudulent: "bukan pemegang kartu yang membayar",
  unrecognized: "tagihan tidak dikenali",
  duplicate: "ditagih dua kali",
  credit_not_processed: "uang kembali belum diterima",
};

export function disputeReasonText(reason: string): string {
  return REASON[reason] ?? "alasan lain";
}
