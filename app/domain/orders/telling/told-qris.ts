import { rupiah } from "../../../lib/rupiah.ts";
import { ORDER_STATUSES } from "../order-status.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { ToldRow } from "./tellings.ts";

const amount = ({ event }: OrderFacts, key: string) => {
  const value = event.detail[key];
  return typeof value === "number" ? value : 0;
};

/** What is said when an order is paid to the warung's QRIS: the buyer says so, the warung has seen it. */
export const TOLD_QRIS = {
  qris_claimed: [
    {
      to: "warung",
      subject: "Pembeli sudah membayar QRIS: pesanan",
      during: [
        "accepted",
        "awaiting_buyer",
        "ready",
        "out_for_delivery",
        "ready_for_pickup",
        "delivery_failed",
      ],
      urgent: true,
      when: ({ pay }) => pay.outstanding > 0,
      say: (facts) =>
        `Pembeli pesanan ${facts.code} bilang sudah membayar ${rupiah(amount(facts, "amount"))} lewat QRIS. Lihat di aplikasi QRIS Anda, lalu catat di Papan warung kalau uangnya sudah masuk.`,
      ring: (facts) => `Pembeli bilang sudah bayar ${rupiah(amount(facts, "amount"))} QRIS. Sudah masuk?`,
    },
  ],
  qris_received: [
    {
      to: "buyer",
      subject: "Pembayaran diterima: pesanan",
      during: ORDER_STATUSES,
      say: (facts) => {
        const [left, surplus] = [amount(facts, "left"), amount(facts, "surplus")];
        return `${rupiah(amount(facts, "amount"))} untuk pesanan ${facts.code} sudah diterima ${facts.warung?.warung ?? "warung"} lewat QRIS.${
          left > 0 ? ` Masih kurang ${rupiah(left)}: bayar lewat QRIS lagi, atau tunai saat barang tiba.` : ""
        }${surplus > 0 ? ` Kelebihan ${rupiah(surplus)} dikembalikan paling lambat dua hari kerja.` : ""}`;
      },
    },
  ],
} as const satisfies Record<string, readonly ToldRow[]>;
