import { addMinutes, relativeDayText } from "../../lib/clock.ts";
import { rupiah } from "../../lib/rupiah.ts";
import type { ComplaintHolder, ComplaintStatus } from "./complaint-status.ts";

export type Said = {
  readonly status: string;
  readonly wanted: string;
  readonly answer: string | null;
  readonly outcome: string | null;
  readonly deadlineAt: string | Date | null;
  readonly seller: string | null;
  readonly warung: { readonly name: string };
  readonly worth: number;
  readonly toCard?: boolean;
};

export type Words = { readonly title: string; readonly note: string };

/** The day that ends with this deadline, as a person says it: `besok`, `Kamis, 26 Nov`; deadlines end at midnight. */
export function lastDayText(deadlineAt: string | Date, now: Date): string {
  return relativeDayText(addMinutes(new Date(deadlineAt), -1), now);
}

const OFFERED: Record<string, string> = {
  exchange: "menawarkan tukar barang",
  refund: "menawarkan uang kembali",
  refused: "menolak keluhan ini",
};

const ENDED: Record<string, string> = {
  exchange: "Barang sudah diganti",
  refused: "Keluhan ditolak",
  withdrawn: "Keluhan ditarik",
};

/** How a complaint stands, in a sentence, and what comes next: for its buyer, and for those who work on it. */
export function complaintWords(complaint: Said, now: Date, reader: ComplaintHolder): Words {
  const { seller, warung, worth, outcome, deadlineAt } = complaint;
  const answerer = seller ?? warung.name;
  const until = deadlineAt ? lastDayText(deadlineAt, now) : "";
  const isBuyer = reader === "buyer";
  switch (complaint.status as ComplaintStatus) {
    case "open":
      return reader === (seller ? "seller" : "operator")
        ? {
            title: "Jawab keluhan ini",
            note: `Paling lambat ${until}. Tanpa jawaban, petugas dinas yang memutuskan.`,
          }
        : {
            title: `Menunggu jawaban ${answerer}`,
            note: `Paling lambat ${until}. Kalau tidak dijawab, petugas dinas yang memutuskan.`,
          };
    case "answered":
      return {
        title: `${answerer} ${OFFERED[complaint.answer ?? ""] ?? "menjawab"}`,
        note: isBuyer
          ? `Beri jawaban paling lambat ${until}. Kalau Anda diam, kami anggap setuju.`
          : `Pembeli menjawab paling lambat ${until}; kalau diam, dianggap setuju.`,
      };
    case "disputed":
      return reader === "officer"
        ? { title: "Putuskan keluhan ini", note: `Paling lambat ${until}.` }
        : { title: "Petugas dinas sedang memutuskan", note: `Paling lambat ${until}.` };
    case "refund_due":
      if (complaint.toCard)
        return {
          title: `${rupiah(worth)} kembali ke kartu ${isBuyer ? "Anda" : "pembeli"}`,
          note: "Dalam 5-10 hari kerja, sendirinya. Tidak ada yang perlu diserahkan.",
        };
      return isBuyer
        ? {
            title: `${rupiah(worth)} dikembalikan oleh ${warung.name}`,
            note: `Paling lambat ${until}. Sebutkan PIN ini setelah uangnya Anda terima.`,
          }
        : {
            title: `Uang kembali ${rupiah(worth)}, tunai dari ${warung.name}`,
            note: `Paling lambat ${until}.`,
          };
    case "exchange_due":
      return reader === "seller"
        ? { title: `Antar pengganti ke ${warung.name}`, note: `Paling lambat ${until}.` }
        : {
            title: `${answerer} menyiapkan pengganti`,
            note: `Sampai di ${warung.name} paling lambat ${until}.`,
          };
    case "exchange_ready":
      return isBuyer
        ? {
            title: `Penggantinya ada di ${warung.name}`,
            note: `Diserahkan paling lambat ${until}. Sebutkan PIN ini setelah barangnya Anda terima.`,
          }
        : { title: "Serahkan penggantinya ke pembeli", note: `Paling lambat ${until}.` };
    case "done":
      return {
        title:
          outcome === "refund" ? `${rupiah(worth)} sudah dikembalikan` : (ENDED[outcome ?? ""] ?? "Selesai"),
        note:
          outcome === "refund" && complaint.toCard
            ? `Terlihat di kartu ${isBuyer ? "Anda" : "pembeli"} dalam 5-10 hari kerja.`
            : "",
      };
  }
}
