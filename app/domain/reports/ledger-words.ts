import type { LedgerQuestionKey } from "#db/queries/ledger-check.ts";

/** What each question of the ledger asks, for people. */
export const LEDGER_WORDS = {
  zero: "Setiap pembukuan berjumlah nol",
  totals: "Jumlah pesanan sama dengan barang, ongkir, dan tagihannya",
  payments: "Pembayaran cocok dengan keadaan pesanan",
  surplus: "Kelebihan bayar dikembalikan",
  sales: "Penjualan di buku cocok dengan pesanan yang diserahkan",
  prepaid: "Uang muka habis terpakai, uang kembali tercatat",
  refund_limits: "Tidak ada yang dikembalikan melebihi yang dibayar",
  refunds: "Uang kembali cocok dengan buku",
  card_holds: "Pesanan berkartu berjalan hanya bila uangnya ditahan",
  cards: "Tagihan kartu cocok dengan buku",
  disputes: "Uang yang disengketakan cocok dengan sengketa terbuka",
  accounts: "Setiap catatan ada di akun yang dikenal",
  receipts: "Uang yang masuk sebelum serah terima cocok dengan buku",
  parties: "Penjualan dibukukan pada warung dan penjualnya sendiri",
  shares: "Hak penjual cocok dengan harga dan potongan hari itu",
  tills: "Uang di setiap warung terjelaskan",
  hand_ins: "Setoran warung cocok dengan buku",
  deposits: "Kas dinas cukup, dan setorannya ke bank cocok dengan buku",
  settlement_lines: "Penyelesaian cocok dengan rinciannya",
  settlement_money: "Penyelesaian cocok dengan transfer di buku",
  settlement_payouts: "Penyelesaian cocok dengan berkas bank",
  carried: "Sisa minggu lalu terbawa satu kali",
  balances: "Saldo setiap penerima terjelaskan",
} as const satisfies Record<LedgerQuestionKey, string>;
