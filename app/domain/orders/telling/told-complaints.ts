import { addMinutes, relativeDayText } from "../../../lib/clock.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import type { OrderStatus } from "../order-status.ts";
import type { OrderEventKind } from "../record-order-event.server.ts";
import type { OrderFacts, SellerFacts } from "./order-facts.ts";
import type { ToldRow } from "./tellings.ts";
import { said } from "./words.ts";

const WHILE_OPEN = ["delivered"] as const satisfies readonly OrderStatus[];
const AFTERWARDS = ["delivered", "completed"] as const satisfies readonly OrderStatus[];

/** `Keripik Pisang (pesanan LL-7K3M9Q)` */
const goodsOf = (facts: OrderFacts) => `${said(facts, "goods")} (pesanan ${facts.code})`;

/** ` paling lambat besok`; deadlines of complaints end at midnight */
const until = ({ deadlineAt }: OrderFacts, at: Date) =>
  deadlineAt && deadlineAt > at ? ` paling lambat ${relativeDayText(addMinutes(deadlineAt, -1), at)}` : "";

/** The complaint is of this seller's goods. */
const isTheirs = ({ event }: OrderFacts, { umkmId }: SellerFacts) => event.detail.umkmId === umkmId;
const isStaple = ({ event }: OrderFacts) => event.detail.umkmId === null;

/** What was agreed or decided begins: the warung hands it over. */
const toWarungWhatToGive: ToldRow = {
  to: "warung",
  subject: "Keluhan yang perlu diselesaikan: pesanan",
  during: WHILE_OPEN,
  // what goes back to a card is handed over by nobody
  when: (facts) =>
    said(facts, "begins") === "exchange" ||
    (said(facts, "begins") === "refund" && facts.pay.method !== "card"),
  say: (facts, _, at) =>
    said(facts, "begins") === "refund"
      ? `Kembalikan uang untuk ${goodsOf(facts)} ke pembeli${until(facts, at)}. Jumlahnya ada di menu Keluhan; masukkan PIN dari pembeli setelah uangnya diserahkan.`
      : `Pembeli mendapat pengganti ${goodsOf(facts)}. Serahkan${until(facts, at)}, lalu masukkan PIN dari pembeli di menu Keluhan.`,
  ring: (facts) => `Keluhan ${said(facts, "goods")}: ada yang perlu diserahkan ke pembeli.`,
};

/** What was agreed or decided begins: the seller brings a replacement. */
const toSellerWhoBrings: ToldRow = {
  to: "sellers",
  subject: "Antar pengganti: pesanan",
  during: WHILE_OPEN,
  when: (facts, seller) => isTheirs(facts, seller) && said(facts, "begins") === "exchange",
  say: (facts, { umkm }, at) =>
    `${umkm}: antar pengganti ${goodsOf(facts)} ke ${facts.warung?.warung}, ${facts.warung?.address},${until(facts, at)}. Rinciannya di menu Keluhan.`,
};

/** What is said of complaints; see `TOLD`. */
export const TOLD_OF_COMPLAINTS = {
  complaint_opened: [
    {
      to: "sellers",
      subject: "Jawab keluhan: pesanan",
      during: WHILE_OPEN,
      when: isTheirs,
      say: (facts, { umkm }, at) =>
        `${umkm}: pembeli mengeluhkan ${goodsOf(facts)}. Jawab di menu Keluhan${until(facts, at)}; tanpa jawaban, petugas dinas yang memutuskan.`,
      ring: (facts) => `Keluhan tentang ${said(facts, "goods")}. Jawab di menu Keluhan.`,
    },
    {
      to: "warung",
      subject: "Ada keluhan: pesanan",
      during: WHILE_OPEN,
      say: (facts, _, at) =>
        isStaple(facts)
          ? `Pembeli mengeluhkan ${goodsOf(facts)} dari rak Anda. Jawab di menu Keluhan${until(facts, at)}; tanpa jawaban, petugas dinas yang memutuskan.`
          : `Pembeli mengeluhkan ${goodsOf(facts)}. Penjualnya yang menjawab; tulis di menu Keluhan kalau Anda tahu keadaan barangnya.`,
    },
  ],
  complaint_answered: [
    {
      to: "buyer",
      subject: "Keluhan dijawab: pesanan",
      during: AFTERWARDS,
      say: (facts) =>
        `${said(facts, "by")} menjawab keluhan Anda tentang ${goodsOf(facts)}: ${said(facts, "answer").toLowerCase()}. Jawaban dan langkah berikutnya ada di halaman pesanan Anda.`,
    },
    toWarungWhatToGive,
  ],
  complaint_agreed: [toWarungWhatToGive, toSellerWhoBrings],
  complaint_disputed: [
    {
      to: "officers",
      subject: "Keluhan perlu keputusan: pesanan",
      during: WHILE_OPEN,
      say: (facts, _, at) =>
        `Keluhan ${goodsOf(facts)} perlu keputusan Anda${until(facts, at)}: ${said(facts, "reason")}. Buka Keluhan di Meja petugas.`,
    },
    {
      to: "buyer",
      subject: "Keluhan diputuskan petugas: pesanan",
      during: WHILE_OPEN,
      say: (facts) =>
        `Keluhan Anda tentang ${goodsOf(facts)} diserahkan ke petugas dinas: ${said(facts, "reason")}. Keputusannya kami kabari.`,
    },
  ],
  complaint_decided: [
    {
      to: "buyer",
      subject: "Keluhan diputuskan: pesanan",
      during: AFTERWARDS,
      say: (facts) =>
        `Petugas dinas memutuskan keluhan Anda tentang ${goodsOf(facts)}: ${said(facts, "answer").toLowerCase()}. Alasannya ada di halaman pesanan Anda.`,
    },
    {
      to: "sellers",
      subject: "Keluhan diputuskan: pesanan",
      during: AFTERWARDS,
      when: isTheirs,
      say: (facts, { umkm }) =>
        `${umkm}: petugas dinas memutuskan keluhan ${goodsOf(facts)}: ${said(facts, "answer").toLowerCase()}. Alasan dan langkah Anda ada di menu Keluhan.`,
    },
    toWarungWhatToGive,
  ],
  complaint_withdrawn: [
    {
      to: "sellers",
      subject: "Keluhan ditarik: pesanan",
      during: AFTERWARDS,
      when: isTheirs,
      say: (facts, { umkm }) =>
        `${umkm}: pembeli menarik keluhannya tentang ${goodsOf(facts)}. Sudah selesai.`,
    },
  ],
  complaint_exchange_ready: [
    {
      to: "buyer",
      subject: "Pengganti sudah di warung: pesanan",
      during: WHILE_OPEN,
      say: (facts, _, at) =>
        `Pengganti ${goodsOf(facts)} sudah di ${facts.warung?.warung} dan diserahkan${until(facts, at)}. PIN-nya ada di halaman pesanan Anda.`,
    },
  ],
  complaint_exchanged: [],
  complaint_refunded: [
    {
      to: "buyer",
      subject: "Uang kembali: pesanan",
      during: AFTERWARDS,
      say: (facts) =>
        `${typeof facts.event.detail.amount === "number" ? rupiah(facts.event.detail.amount) : "Uang"} untuk ${goodsOf(facts)} ${
          facts.event.detail.method === "card"
            ? "kembali ke kartu Anda dalam 5-10 hari kerja"
            : `tercatat sudah Anda terima. Belum? Hubungi ${facts.warung?.warung}`
        }.`,
    },
    {
      to: "sellers",
      subject: "Uang kembali: pesanan",
      during: AFTERWARDS,
      when: isTheirs,
      say: (facts, { umkm }) =>
        `${umkm}: uang untuk ${goodsOf(facts)} sudah dikembalikan ke pembeli. Siapa yang menanggung tertulis di menu Keluhan.`,
    },
  ],
} as const satisfies Record<Extract<OrderEventKind, `complaint_${string}`>, readonly ToldRow[]>;
