import { FAILURE_REASONS, type FailureReason } from "../delivery/failure-reasons.ts";
import type { ToldRow } from "./tellings.ts";
import { said } from "./words.ts";

/** What is said on the last leg: tries that failed, goods that wait at the counter, PINs that do not fit. */
export const TOLD_DELIVERY = {
  delivery_failed: [
    {
      to: "buyer",
      subject: "Belum berhasil diantar: pesanan",
      during: ["delivery_failed"],
      urgent: true,
      say: (facts) =>
        `${facts.warung?.warung} sudah datang mengantar pesanan ${facts.code}, tetapi ${
          FAILURE_REASONS[said(facts, "reason") as FailureReason]
        }. Barang Anda aman di warung. Perbaiki alamat, atau pilih ambil sendiri, di halaman pesanan Anda.`,
    },
  ],
  retry_planned: [
    {
      to: "buyer",
      subject: "Diantar lagi: pesanan",
      during: ["ready"],
      say: (facts) =>
        `Pesanan ${facts.code} diantar sekali lagi oleh ${facts.warung?.warung}: ${said(facts, "promise")}.`,
    },
  ],
  address_corrected: [
    {
      to: "warung",
      subject: "Alamat diperbaiki: pesanan",
      during: ["delivery_failed", "ready"],
      say: ({ code }) =>
        `Pembeli memperbaiki alamat pesanan ${code}. Lihat di Papan warung sebelum berangkat.`,
      ring: () => "Pembeli memperbaiki alamatnya.",
    },
  ],
  ready_for_pickup: [
    {
      to: "buyer",
      subject: "Siap diambil: pesanan",
      during: ["ready_for_pickup"],
      say: (facts) =>
        `Pesanan ${facts.code} siap diambil di ${facts.warung?.warung}, ${facts.warung?.address}, sampai ${said(facts, "until")}. Bawa PIN dari halaman pesanan Anda.`,
    },
  ],
  pickup_chosen: [
    {
      to: "warung",
      subject: "Diambil sendiri: pesanan",
      during: ["ready_for_pickup"],
      say: (facts) =>
        `Pembeli mengambil sendiri pesanan ${facts.code} di warung Anda, ditunggu sampai ${said(facts, "until")}. Minta PIN-nya.`,
      ring: () => "Pembeli mengambil sendiri di warung Anda.",
    },
  ],
  pickup_reminded: [
    {
      to: "buyer",
      subject: "Hari terakhir mengambil pesanan",
      during: ["ready_for_pickup"],
      say: ({ code, warung }) => `Hari ini hari terakhir mengambil pesanan ${code} di ${warung?.warung}.`,
    },
  ],
  pickup_overdue: [
    {
      to: "buyer",
      subject: "Belum diambil: pesanan",
      during: ["ready_for_pickup"],
      say: (facts) =>
        `Pesanan ${facts.code} belum diambil di ${facts.warung?.warung}. Masih ditunggu sampai ${said(facts, "until")}; setelah itu dibatalkan.`,
    },
  ],
  pin_locked: [
    {
      to: "officers",
      subject: "PIN salah terlalu sering: pesanan",
      during: ["out_for_delivery", "ready_for_pickup"],
      say: ({ code, warung }) =>
        `PIN pesanan ${code} salah lima kali di ${warung?.warung}. Tanyakan kepada pembeli apakah sudah diterima, lalu catat di Meja petugas.`,
    },
  ],
} as const satisfies Readonly<Record<string, readonly ToldRow[]>>;
