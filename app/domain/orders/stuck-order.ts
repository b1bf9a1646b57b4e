import { DECLINE_REASONS } from "./decline-reasons.ts";
import type { OrderStatus } from "./order-status.ts";

/** The states in which a warung has the order and may let it lie. */
export function canTakeOver(status: OrderStatus): status is "accepted" | "ready" | "out_for_delivery" {
  return status === "accepted" || status === "ready" || status === "out_for_delivery";
}

/** How long something has waited: `baru saja`, `40 menit`, `5 jam`, `2 hari`. */
export function waitText(since: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - since.getTime()) / 60_000);
  if (minutes < 1) return "baru saja";
  if (minutes < 60) return `${minutes} menit`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} jam`;
  return `${Math.floor(minutes / (24 * 60))} hari`;
}

function declineText(reason: unknown): string {
  return DECLINE_REASONS[reason as keyof typeof DECLINE_REASONS] ?? String(reason ?? "tanpa alasan");
}

/** What became of an offer. */
export function offerText(offer: { readonly status: string; readonly reason: string | null }): string {
  switch (offer.status) {
    case "accepted":
      return "diterima";
    case "declined":
      return `ditolak: ${declineText(offer.reason)}`;
    case "expired":
      return "tidak dijawab";
    case "withdrawn":
      return "ditarik kembali";
    default:
      return "menunggu jawaban";
  }
}

type Event = { readonly kind: string; readonly detail: Readonly<Record<string, unknown>> };

/** What happened, in a few words; who did it stands beside. */
export function eventText({ kind, detail }: Event): string {
  const named = (name: string, before: string) => (detail[name] ? `${before} ${String(detail[name])}` : "");
  switch (kind) {
    case "placed":
      return "Pesanan masuk";
    case "offered":
      return `Ditawarkan${named("warung", " ke")}`;
    case "accepted":
      return `Diterima${named("warung", " oleh")}`;
    case "declined":
      return `Ditolak${named("warung", " oleh")}${detail.reason ? `: ${declineText(detail.reason)}` : ""}`;
    case "expired":
      return `Tidak dijawab${named("warung", " oleh")}`;
    case "needs_officer":
      return `Diteruskan ke petugas dinas${named("reason", ":")}`;
    case "assigned":
      return `Ditugaskan${named("warung", " ke")}`;
    case "seller_confirmed":
      return `Disanggupi penjual${named("umkm", "")}`;
    case "seller_handed_over":
      return `Barang diantar ke warung${named("umkm", " oleh")}`;
    case "seller_received":
      return "Barang penjual sampai di warung";
    case "ready":
      return "Lengkap, siap diantar";
    case "dispatched":
      return "Berangkat diantar";
    case "wrong_pin":
      return "PIN salah dimasukkan";
    case "delivered":
      return "Diterima pembeli, tunai dicatat";
    case "completed":
      return "Selesai";
    case "cancelled":
      return `Dibatalkan${named("reason", ":")}`;
    default:
      return "Dicatat";
  }
}
