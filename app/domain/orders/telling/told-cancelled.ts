import { rupiah } from "../../../lib/rupiah.ts";
import type { ToldRow } from "./tellings.ts";

/** What is said when an order ends without its goods: to whoever waits for them, has them, or was to bring them. */
export const TOLD_CANCELLED = {
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
      say: ({ code, cancelledReason, pay, refundDue }) =>
        `Pesanan ${code} dibatalkan${cancelledReason ? ` (${cancelledReason})` : ""}. Kembalikan barangnya ke rak; jangan diantar.${
          pay.method === "qris" && refundDue > 0
            ? ` Kembalikan juga ${rupiah(refundDue)} kepada pembeli: caranya di Papan warung, bagian Uang.`
            : ""
        }`,
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
} as const satisfies Record<string, readonly ToldRow[]>;
