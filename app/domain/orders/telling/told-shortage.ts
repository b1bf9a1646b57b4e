import { rupiah } from "../../../lib/rupiah.ts";
import { whatToCollect } from "../pay-text.ts";
import type { ToldRow } from "./tellings.ts";
import { AT_WARUNG, before, said } from "./words.ts";

/** What is said when goods turn out to be missing: the question, and what was decided. */
export const TOLD_OF_SHORTAGES = {
  shortage_asked: [
    {
      to: "buyer",
      subject: "Anda ditanya tentang pesanan",
      during: ["awaiting_buyer"],
      urgent: true,
      say: (facts, _, at) =>
        `${said(facts, "goods")} untuk pesanan ${facts.code} ternyata tidak ada.${
          said(facts, "substitute") ? ` Gantinya bisa ${said(facts, "substitute")}.` : ""
        } Pilih di halaman pesanan Anda${
          facts.deadlineAt && facts.deadlineAt > at ? ` ${before(facts.deadlineAt, at)}` : ""
        }; setelah itu kami ikuti pilihan Anda saat memesan.`,
    },
  ],
  shortage_decided: [
    {
      to: "warung",
      subject: "Barang berubah: pesanan",
      during: AT_WARUNG,
      urgent: true,
      when: ({ event }) => event.detail.decision !== "cancelled",
      say: (facts) =>
        `Pesanan ${facts.code}: ${said(facts, "goods")} ${
          said(facts, "substitute") ? `diganti ${said(facts, "substitute")}` : "tidak usah disiapkan"
        }. ${whatToCollect(facts.pay)} saat diserahkan.`,
      ring: (facts) => `${said(facts, "goods")} ${said(facts, "substitute") ? "diganti" : "dihapus"}.`,
    },
    {
      to: "sellers",
      subject: "Siapkan pengganti: pesanan",
      during: ["accepted", "awaiting_buyer"],
      urgent: true,
      when: ({ event }, { umkmId, status }) =>
        event.detail.substituteUmkmId === umkmId && ["pending", "confirmed"].includes(status),
      say: (facts, { umkm, handOverBy }, at) =>
        `${umkm}: pembeli menerima ${said(facts, "substitute")} sebagai pengganti untuk pesanan ${facts.code}. Serahkan ke ${facts.warung?.warung} ${before(handOverBy, at)}.`,
      ring: (facts, { handOverBy }, at) =>
        `${said(facts, "substitute")} sebagai pengganti. Serahkan ${before(handOverBy, at)}.`,
    },
    {
      to: "buyer",
      subject: "Barang berubah: pesanan",
      during: AT_WARUNG,
      when: ({ event }) => event.detail.decision !== "cancelled",
      say: (facts) =>
        `Pesanan ${facts.code}: ${said(facts, "goods")} ${
          said(facts, "substitute") ? `kami ganti dengan ${said(facts, "substitute")}` : "tidak ditagih"
        }. Jumlahnya sekarang ${rupiah(facts.total)}${
          facts.refundDue > 0 ? `; ${rupiah(facts.refundDue)} kami kembalikan kepada Anda` : ""
        }.`,
    },
  ],
} as const satisfies Record<string, readonly ToldRow[]>;
