import { rupiah } from "../../lib/rupiah.ts";
import { DECLINE_REASONS } from "./decline-reasons.ts";
import { deliveredText, FAILURE_REASONS } from "./delivery/failure-reasons.ts";
import { shortageAskedText, shortageDecidedText } from "./shortage-text.ts";

export type HistoryEvent = {
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_name: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly warung: string | null;
};

/** What happened to an order, in words: `Warung Pak Budi menolak: sedang ramai`. */
export function eventText(event: HistoryEvent): string {
  const { actor_name: who, detail } = event;
  const said = (key: string) => (typeof detail[key] === "string" ? (detail[key] as string) : "");
  const money = () => (typeof detail.amount === "number" ? rupiah(detail.amount) : "Uang");
  const warung = said("warung") || event.warung || "Warung";
  switch (event.kind) {
    case "awaiting_payment":
      return `${who} memesan, belum membayar`;
    case "placed":
      return typeof detail.card === "number"
        ? `Kartu dijamin ${rupiah(detail.card)}, belum ditagih`
        : `${who} memesan`;
    case "card_charged":
      return `${money()} ditagih ke kartu`;
    case "card_lapsed":
      return `Kartu tidak dapat ditagih; ${money()} dibayar tunai`;
    case "card_refunded":
      return `${money()} dikembalikan ke kartu`;
    case "offered":
      return `Ditawarkan ke ${warung}`;
    case "reminded":
      return `${warung} diingatkan`;
    case "accepted":
      return `${warung} menerima`;
    case "declined":
      return `${warung} menolak: ${(DECLINE_REASONS as Record<string, string>)[said("reason")] ?? said("reason")}`;
    case "expired":
      return `${warung} tidak menjawab`;
    case "withdrawn":
      return `Tawaran ke ${warung} ditarik`;
    case "needs_officer":
      return event.actor_kind === "officer"
        ? `${who} mengambil alih dari ${warung}`
        : `Diserahkan ke petugas: ${said("reason")}`;
    case "assigned":
      return `${who} menugaskan ${warung}`;
    case "seller_confirmed":
      return `${said("umkm")} menyiapkan barang`;
    case "seller_handed_over":
      return `${said("umkm")} mengantar ke warung`;
    case "seller_received":
      return "Barang penjual sampai di warung";
    case "shortage_asked":
      return shortageAskedText(who, detail);
    case "shortage_decided":
      return shortageDecidedText(who, detail);
    case "left_shelf":
      return `Barang titipan kembali ke rak ${warung}; penjual mengantarnya sendiri, tiba ${said("promise")}`;
    case "ready":
      return "Barang lengkap, siap diantar";
    case "dispatched":
      return `${who} berangkat mengantar`;
    case "delivery_failed":
      return `Gagal diantar: ${(FAILURE_REASONS as Record<string, string>)[said("reason")] ?? said("reason")}${said("note") ? ` (${said("note")})` : ""}`;
    case "retry_planned":
      return `Diantar lagi: ${said("promise")}`;
    case "address_corrected":
      return "Pembeli memperbaiki alamat";
    case "ready_for_pickup":
      return `Siap diambil di ${warung} sampai ${said("until")}`;
    case "pickup_chosen":
      return `${who} memilih ambil sendiri di ${warung}`;
    case "pickup_reminded":
      return "Pembeli diingatkan untuk mengambil";
    case "pickup_overdue":
      return `Belum diambil, masih ditunggu sampai ${said("until")}`;
    case "wrong_pin":
      return "PIN penerima salah";
    case "pin_locked":
      return "PIN salah terlalu sering, perlu petugas";
    case "delivered":
      return deliveredText(event.actor_name, detail);
    case "completed":
      return "Selesai";
    case "cancelled":
      return `${who} membatalkan: ${said("reason")}`;
    case "qris_claimed":
      return `${who} bilang sudah membayar ${money()} lewat QRIS`;
    case "qris_received":
      return `${warung} menerima ${money()} lewat QRIS`;
    case "complaint_opened":
      return `${who} mengeluhkan ${said("goods")}`;
    case "complaint_answered":
      return `${said("by")} menjawab keluhan ${said("goods")}: ${said("answer")}`;
    case "complaint_agreed":
      return event.actor_kind === "system"
        ? `Jawaban keluhan ${said("goods")} berlaku: pembeli tidak membantah`
        : `${who} setuju dengan jawaban keluhan ${said("goods")}`;
    case "complaint_disputed":
      return `Keluhan ${said("goods")} diserahkan ke petugas: ${said("reason")}`;
    case "complaint_decided":
      return `${who} memutuskan keluhan ${said("goods")}: ${said("answer")}`;
    case "complaint_withdrawn":
      return `${who} menarik keluhan ${said("goods")}`;
    case "complaint_exchange_ready":
      return `Pengganti ${said("goods")} sudah di warung`;
    case "complaint_exchanged":
      return `Pengganti ${said("goods")} diterima pembeli`;
    case "complaint_refunded":
      return `${money()} dikembalikan untuk ${said("goods")}`;
    default:
      return event.kind;
  }
}

const OUTCOME: Record<string, string> = {
  pending: "menunggu jawaban",
  accepted: "diterima",
  expired: "tidak dijawab",
  withdrawn: "ditarik kembali",
};

/** How an offer ended, in words. */
export function offerText(offer: {
  readonly status: string;
  readonly declined_reason: string | null;
}): string {
  if (offer.status === "declined") return `ditolak: ${offer.declined_reason ?? "tanpa alasan"}`;
  return OUTCOME[offer.status] ?? offer.status;
}
