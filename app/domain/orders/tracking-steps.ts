import { relativeDayText, timeText } from "../../lib/clock.ts";
import { rupiah } from "../../lib/rupiah.ts";
import { promiseWithin } from "../warung/delivery-window.ts";
import type { OrderStatus } from "./order-status.ts";
import type { PaymentMethod } from "./payment-methods.ts";

type Seen = {
  readonly status: string;
  readonly keeper_name: string | null;
  readonly warung_name: string | null;
  readonly warung_village: string | null;
  readonly cancelled_reason: string | null;
  readonly promise_from: string | Date;
  readonly promise_until: string | Date;
  readonly total: number;
  readonly payment_method: PaymentMethod | null;
  /** rupiah: still to be paid at hand-over; taken in cash at it */
  readonly outstanding: number;
  readonly paid_cash: number;
  readonly fulfilment: string;
  readonly delivery_tries: number;
  readonly sellers: readonly { readonly name: string; readonly status: string }[];
  readonly events: readonly { readonly kind: string; readonly at: string }[];
};

export type TrackingStep = {
  readonly state: "done" | "now" | "next";
  readonly title: string;
  readonly note?: string;
  readonly time?: string;
};

/** What a buyer wants to know first, in one sentence. */
export function trackingHeadline(order: Seen, now: Date): string {
  const arrives = promiseWithin(
    { from: new Date(order.promise_from), until: new Date(order.promise_until) },
    now,
  );
  const late = new Date(order.promise_until) < now;
  switch (order.status as OrderStatus) {
    case "awaiting_payment":
      return "Tinggal membayar";
    case "placed":
    case "offered":
      return "Kami sedang menanyakan warung terdekat";
    case "needs_officer":
      return "Petugas dinas sedang mencarikan warung untuk Anda";
    case "accepted":
      return late
        ? `${order.warung_name} masih menyiapkan, maaf terlambat`
        : `Disiapkan, ${order.fulfilment === "pickup" ? "siap diambil" : "tiba"} ${arrives}`;
    case "awaiting_buyer":
      return "Ada barang yang kurang. Mau bagaimana?";
    case "ready":
      if (order.delivery_tries > 0 && !late) return `Kami antar sekali lagi, tiba ${arrives}`;
      return late ? "Siap diantar, maaf terlambat" : `Siap diantar, tiba ${arrives}`;
    case "out_for_delivery":
      return `${order.keeper_name ?? "Warung"} di jalan menuju Anda`;
    case "ready_for_pickup":
      return `Siap diambil di ${order.warung_name}`;
    case "delivery_failed":
      return "Tadi belum berhasil kami serahkan";
    case "delivered":
    case "completed":
      return "Sudah Anda terima. Terima kasih!";
    case "cancelled":
      return "Pesanan dibatalkan";
    default:
      return "Pesanan Anda kami urus";
  }
}

/** `bayar Rp45.000 tunai`, and once it is handed over `dibayar Rp45.000 tunai`. */
function payNote(order: Seen, isOver: boolean): string {
  const { total, outstanding, payment_method, paid_cash } = order;
  if (isOver && paid_cash === total) return `dibayar ${rupiah(total)} tunai`;
  if (isOver)
    return `dibayar ${rupiah(total)}${paid_cash > 0 ? `, ${rupiah(paid_cash)} di antaranya tunai` : ""}`;
  if (order.status === "awaiting_payment") return `${rupiah(total)} dengan kartu`;
  if (outstanding === 0) return payment_method === "card" ? "dibayar dengan kartu" : "sudah dibayar";
  return `bayar ${rupiah(outstanding)} ${payment_method === "qris" ? "dengan QRIS atau tunai" : "tunai"}`;
}

/** The way of an order as its buyer sees it: done, now, next. */
export function trackingSteps(order: Seen, now: Date): TrackingStep[] {
  // What happened at a warung that no longer has the order counts no more.
  const handedBack = order.events.findLastIndex((event) => event.kind === "needs_officer");
  const current = order.events.slice(handedBack + 1);
  const at = (kind: string) =>
    (kind === "placed" ? order.events : current).findLast((event) => event.kind === kind)?.at;
  const time = (moment: string | undefined) => {
    if (!moment) return undefined;
    const day = relativeDayText(new Date(moment), now);
    return day === "hari ini" ? timeText(new Date(moment)) : `${day} ${timeText(new Date(moment))}`;
  };
  const sellers = order.sellers.filter((seller) => seller.status !== "unavailable");
  const arrived = sellers.filter((seller) => seller.status === "received").length;
  const waiting = sellers.filter((seller) => seller.status !== "received");
  const reached = {
    placed: at("placed"),
    accepted: order.warung_name ? (at("accepted") ?? at("assigned")) : undefined,
    ready: at("ready") ?? at("ready_for_pickup"),
    dispatched: at("dispatched"),
    delivered: at("delivered"),
  };
  const steps = [
    { title: "Pesanan masuk", moment: reached.placed, note: undefined },
    {
      title: "Diterima warung",
      moment: reached.accepted,
      note: order.warung_name ? `${order.warung_name}, ${order.warung_village}` : undefined,
    },
    {
      title: "Barang lengkap di warung",
      moment: reached.ready,
      note:
        sellers.length > 0 && !reached.ready
          ? `${arrived} dari ${sellers.length} penjual sudah mengantar${
              waiting.length > 0 && arrived > 0
                ? `, menunggu ${waiting.map((seller) => seller.name).join(", ")}`
                : ""
            }`
          : undefined,
    },
    ...(order.fulfilment === "pickup"
      ? []
      : [{ title: "Diantar", moment: reached.dispatched, note: order.keeper_name ?? undefined }]),
    {
      title: order.fulfilment === "pickup" ? "Diambil di warung" : "Tiba",
      moment: reached.delivered,
      note: payNote(order, reached.delivered !== undefined),
    },
  ];
  const reachedUpTo = steps.findIndex((step) => step.moment === undefined);
  return steps.map(({ title, moment, note }, index) => ({
    title,
    note: index <= reachedUpTo || reachedUpTo === -1 || index === steps.length - 1 ? note : undefined,
    time: time(moment),
    state: moment ? "done" : index === reachedUpTo ? "now" : "next",
  }));
}
