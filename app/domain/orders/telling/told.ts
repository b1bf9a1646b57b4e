import { momentText } from "../../../lib/clock.ts";
import { mobileText } from "../../../lib/mobile.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { ORDER_STATUSES, type OrderStatus } from "../order-status.ts";
import type { OrderEventKind } from "../record-order-event.server.ts";
import { buyerStepText } from "./buyer-step.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { ToldRow } from "./tellings.ts";
import { TOLD_OF_CARDS } from "./told-card.ts";
import { TOLD_OF_COMPLAINTS } from "./told-complaints.ts";
import { TOLD_DELIVERY } from "./told-delivery.ts";
import { TOLD_QRIS } from "./told-qris.ts";
import { TOLD_OF_SHORTAGES } from "./told-shortage.ts";
import { AT_WARUNG, before, said } from "./words.ts";

/** Not yet with a warung. */
const LOOKING = ["placed", "offered", "needs_officer"] as const satisfies readonly OrderStatus[];
const buyerStep = (facts: OrderFacts) => ({ ...facts, warung: facts.warung?.warung ?? "warung" });

const toBuyerWhoBrings: ToldRow = {
  to: "buyer",
  subject: "Warung menyiapkan pesanan",
  during: AT_WARUNG,
  when: ({ movedSince }) => !movedSince,
  say: (facts, _, at) => buyerStepText("accepted", buyerStep(facts), at)!,
};

const toSellersWhatToBring: ToldRow = {
  to: "sellers",
  subject: "Siapkan barang pesanan",
  during: ["accepted", "awaiting_buyer"],
  when: ({ movedSince }, { status }) => !movedSince && ["pending", "confirmed"].includes(status),
  say: ({ code, warung }, { umkm, goods, handOverBy }, at) =>
    `${umkm}: siapkan ${goods.join(", ")} untuk pesanan ${code}. Serahkan ke ${warung?.warung}, ${warung?.address}, ${before(handOverBy, at)}. Telepon warung ${mobileText(warung?.mobile ?? "")}.`,
  ring: (_, { goods, handOverBy }, at) => `${goods.join(", ")}. Serahkan ${before(handOverBy, at)}.`,
};

/**
 * What is said to whom at each step of an order; an empty row is a decision, too. Add a kind, and the compiler asks for
 * its row.
 *
 * The texts are short and complete, as they are read on a lock screen. A buyer's message ends with the link to their
 * order's page. What is no longer `during` its states when it is to leave does not leave.
 */
export const TOLD = {
  awaiting_payment: [],
  placed: [
    {
      to: "buyer",
      subject: "Terima kasih atas pesanan",
      during: [...LOOKING, ...AT_WARUNG],
      // one message for what was ordered at once
      when: ({ code, checkout }) => checkout[0]?.code === code,
      evenToActor: true,
      urgent: true,
      say: ({ buyer, checkout }) =>
        `Terima kasih, ${buyer.name}. Pesanan ${checkout.map(({ code }) => code).join(" dan ")} seharga ${rupiah(
          checkout.reduce((sum, { total }) => sum + total, 0),
        )} kami terima. Kami tanyakan ke warung terdekat, lalu kami kabari lagi.`,
    },
  ],
  offered: [
    {
      to: "warung",
      subject: "Pesanan baru",
      during: ["offered"],
      when: ({ offer, event }) => offer?.warungId === event.detail.warungId,
      urgent: "in-opening-hours",
      say: ({ code, pieces, village, total, offer, warung }, _, at) =>
        `Pesanan baru ${code} untuk ${warung?.warung}: ${pieces} barang ke ${village}, ${rupiah(total)}. Jawab di Papan warung ${before(offer!.expiresAt, at)}.`,
      ring: ({ pieces, village, offer }, _, at) =>
        `${pieces} barang ke ${village}. Jawab ${before(offer!.expiresAt, at)}.`,
    },
  ],
  reminded: [
    {
      to: "warung",
      subject: "Belum dijawab: pesanan",
      during: ["offered"],
      when: ({ offer, event }) => offer?.warungId === event.detail.warungId,
      urgent: true,
      say: ({ code, offer, warung }, _, at) =>
        `Pesanan ${code} masih menunggu jawaban ${warung?.warung} sampai ${momentText(offer!.expiresAt, at)}. Terima atau tolak di Papan warung; kalau tidak, kami tanyakan ke warung lain.`,
      ring: ({ offer }, _, at) => `Masih menunggu jawaban Anda sampai ${momentText(offer!.expiresAt, at)}.`,
    },
  ],
  accepted: [toBuyerWhoBrings, toSellersWhatToBring],
  declined: [],
  expired: [
    {
      to: "warung",
      subject: "Warung dijeda setelah pesanan",
      during: ORDER_STATUSES,
      when: ({ event, warung }) => event.detail.paused === true && warung?.isPaused === true,
      say: ({ warung }) =>
        `${warung?.warung} kami jeda karena tiga tawaran berturut-turut tidak dijawab. Siap lagi? Buka Papan warung, lalu tekan Terima pesanan lagi.`,
      ring: () => "Tiga tawaran tidak dijawab. Siap lagi? Buka papan Anda.",
    },
    {
      to: "officers",
      subject: "Warung dijeda setelah pesanan",
      during: ORDER_STATUSES,
      when: ({ event, warung }) => event.detail.paused === true && warung?.isPaused === true,
      say: ({ warung }) =>
        `${warung?.warung} dijeda karena tiga tawaran berturut-turut tidak dijawab. Tanyakan kabarnya: ${warung?.name}, ${mobileText(warung?.mobile ?? "")}.`,
    },
  ],
  withdrawn: [],
  needs_officer: [
    {
      to: "buyer",
      subject: "Dibantu petugas dinas: pesanan",
      during: ["needs_officer"],
      say: ({ code, wasAccepted }) =>
        `Pesanan ${code} ${
          wasAccepted
            ? "sekarang diurus petugas dinas"
            : "belum mendapat warung. Petugas dinas sedang mencarikannya"
        }; Anda tidak perlu memesan lagi.`,
    },
    {
      to: "warung",
      subject: "Tidak lagi di warung Anda: pesanan",
      during: ["needs_officer", "cancelled"],
      urgent: true,
      when: ({ event }) => typeof event.detail.warungId === "number",
      say: (facts) =>
        `Pesanan ${facts.code} tidak lagi diurus ${facts.warung?.warung}${said(facts, "reason") ? ` (${said(facts, "reason")})` : ""}. Kembalikan barangnya ke rak; jangan diantar.`,
      ring: () => "Tidak lagi diurus warung Anda. Jangan diantar.",
    },
    {
      to: "officers",
      subject: "Perlu keputusan petugas: pesanan",
      during: ["needs_officer"],
      when: ({ event }) => event.actorKind !== "officer",
      say: (facts, _, at) =>
        `Pesanan ${facts.code} ke ${facts.village} perlu keputusan Anda${
          facts.deadlineAt && facts.deadlineAt > at ? ` ${before(facts.deadlineAt, at)}` : " sekarang"
        }: ${said(facts, "reason").replace(/^./, (letter) => letter.toLowerCase())}. Buka Meja petugas.`,
    },
  ],
  assigned: [
    {
      to: "warung",
      subject: "Dari petugas dinas: pesanan",
      during: ["accepted", "awaiting_buyer"],
      when: ({ movedSince }) => !movedSince,
      say: ({ code, pieces, village, warung }) =>
        `Petugas dinas menyerahkan pesanan ${code} kepada ${warung?.warung}: ${pieces} barang ke ${village}. Kumpulkan barangnya lewat Papan warung.`,
      ring: ({ pieces, village }) => `${pieces} barang ke ${village}, dari petugas dinas.`,
    },
    toBuyerWhoBrings,
    toSellersWhatToBring,
  ],
  seller_confirmed: [],
  seller_handed_over: [
    {
      to: "warung",
      subject: "Barang penjual menuju warung: pesanan",
      during: ["accepted", "awaiting_buyer"],
      when: ({ movedSince }) => !movedSince,
      say: (facts) =>
        `${said(facts, "umkm")} sudah mengantar barang pesanan ${facts.code} ke ${facts.warung?.warung}. Centang di Papan warung setelah Anda terima.`,
    },
  ],
  seller_received: [],
  left_shelf: [
    {
      to: "buyer",
      subject: "Tiba dengan cara lain: pesanan",
      during: [...LOOKING, ...AT_WARUNG],
      say: (facts) =>
        `Pesanan ${facts.code}: barang yang ada di rak ${said(facts, "warung")} tidak jadi diantar dari sana; penjualnya mengirim sendiri, tiba ${said(facts, "promise")}. Harganya tetap. Bila tidak mau menunggu, Anda dapat membatalkan.`,
    },
  ],
  ...TOLD_OF_SHORTAGES,
  ready: [],
  dispatched: [
    {
      to: "buyer",
      subject: "Sedang diantar: pesanan",
      during: ["out_for_delivery"],
      urgent: true,
      say: (facts, _, at) => buyerStepText("out_for_delivery", buyerStep(facts), at)!,
    },
  ],
  wrong_pin: [],
  ...TOLD_DELIVERY,
  delivered: [
    {
      to: "buyer",
      subject: "Sudah diterima: pesanan",
      during: ["delivered"],
      say: ({ code, deadlineAt, event, pickup }) =>
        `Pesanan ${code} sudah ${
          event.detail.proof === "photo"
            ? `diserahkan ke orang lain ${pickup ? "di warung" : "di alamat Anda"}; nama dan fotonya tercatat`
            : "Anda terima"
        }. Terima kasih sudah belanja buatan Lampung.${
          // the deadline is the midnight that ends the last day
          deadlineAt
            ? ` Ada yang kurang atau rusak? Kabari kami paling lambat ${momentText(new Date(deadlineAt.getTime() - 60_000), new Date(0))}.`
            : ""
        }`,
    },
  ],
  completed: [],
  cancelled: [
    {
      to: "buyer",
      subject: "Dibatalkan: pesanan",
      during: ["cancelled"],
      say: ({ code, cancelledReason, refundDue }) =>
        `Maaf, pesanan ${code} dibatalkan${cancelledReason ? `: ${cancelledReason}` : ""}. ${
          refundDue > 0
            ? `${rupiah(refundDue)} yang sudah Anda bayar kami kembalikan.`
            : "Tidak ada yang perlu Anda bayar."
        }`,
    },
    {
      to: "warung",
      subject: "Dibatalkan: pesanan",
      during: ["cancelled"],
      urgent: true,
      say: ({ code, cancelledReason }) =>
        `Pesanan ${code} dibatalkan${cancelledReason ? ` (${cancelledReason})` : ""}. Kembalikan barangnya ke rak; jangan diantar.`,
      ring: () => "Dibatalkan. Jangan diantar.",
    },
    {
      to: "sellers",
      subject: "Dibatalkan: pesanan",
      during: ["cancelled"],
      when: ({ wasAccepted }, { status }) => wasAccepted && status !== "unavailable",
      say: ({ code }, { umkm }) =>
        `${umkm}: pesanan ${code} dibatalkan, jangan disiapkan lagi. Barang yang sudah Anda serahkan dapat diambil kembali di warung.`,
      ring: () => "Dibatalkan, jangan disiapkan lagi.",
    },
  ],
  ...TOLD_QRIS,
  ...TOLD_OF_COMPLAINTS,
  ...TOLD_OF_CARDS,
} as const satisfies Record<OrderEventKind, readonly ToldRow[]>;
