import { rupiah } from "../../../lib/rupiah.ts";
import type { OrderStatus } from "../order-status.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { ToldRow } from "./tellings.ts";

/** Not handed over yet. */
const ON_THE_WAY = [
  "placed",
  "offered",
  "needs_officer",
  "accepted",
  "awaiting_buyer",
  "ready",
  "ready_for_pickup",
  "out_for_delivery",
  "delivery_failed",
] as const satisfies readonly OrderStatus[];

const money = ({ event }: OrderFacts) =>
  typeof event.detail.amount === "number" ? rupiah(event.detail.amount) : "uang Anda";

/** What buyers hear of the card they paid with. */
export const TOLD_OF_CARDS = {
  card_charged: [],
  card_lapsed: [
    {
      to: "buyer",
      subject: "Bayar tunai: pesanan",
      during: ON_THE_WAY,
      say: (facts) =>
        `Kartu Anda tidak jadi ditagih untuk pesanan ${facts.code}, karena jaminannya berakhir. Pesanannya tetap jalan: bayar ${rupiah(facts.total)} tunai saat barang Anda terima.`,
    },
    {
      to: "warung",
      subject: "Tagih tunai: pesanan",
      during: [
        "accepted",
        "awaiting_buyer",
        "ready",
        "ready_for_pickup",
        "out_for_delivery",
        "delivery_failed",
      ],
      urgent: true,
      say: (facts) =>
        `Kartu pembeli untuk pesanan ${facts.code} tidak dapat ditagih. Tagih ${rupiah(facts.total)} tunai saat diserahkan.`,
      ring: (facts) => `Tagih ${rupiah(facts.total)} tunai saat diserahkan.`,
    },
  ],
  card_refunded: [
    {
      to: "buyer",
      subject: "Uang kembali ke kartu: pesanan",
      during: [...ON_THE_WAY, "delivered", "completed", "cancelled"],
      say: (facts) =>
        `${money(facts)} dari pesanan ${facts.code} kembali ke kartu Anda dalam 5-10 hari kerja.`,
    },
  ],
} as const satisfies Readonly<Record<string, readonly ToldRow[]>>;
