import { rupiah } from "../../lib/rupiah.ts";
import type { PaymentMethod } from "./payment-methods.ts";

/** How an order is paid, and what of it is still to be taken when it is handed over, in rupiah. */
export type Payable = { readonly method: PaymentMethod; readonly outstanding: number };

/** For the buyer: `Bayar Rp45.000 tunai saat barang tiba.` @param when `saat barang tiba` */
export function howToPay({ method, outstanding }: Payable, when: string): string {
  if (outstanding === 0) return "Sudah dibayar, tidak ada yang ditagih.";
  if (method === "qris")
    return `Bayar ${rupiah(outstanding)} dengan QRIS di halaman pesanan Anda, atau tunai ${when}.`;
  return `Bayar ${rupiah(outstanding)} tunai ${when}.`;
}

/** For the buyer of an order that was cancelled. @param received rupiah that came in before */
export function cancelledPayText(method: PaymentMethod | null, received: number): string {
  if (received > 0)
    return method === "card"
      ? "Uang Anda kembali ke kartu dalam 5-10 hari kerja."
      : "Uang yang sudah Anda bayar dikembalikan.";
  return method === "card" ? "Kartu Anda tidak ditagih." : "Tidak ada yang perlu Anda bayar.";
}

/** For whoever hands it over, before the PIN: `Terima Rp45.000 tunai`. */
export function whatToCollect({ method, outstanding }: Payable): string {
  if (outstanding === 0) return "Sudah dibayar, jangan menagih";
  return method === "qris"
    ? `Belum dibayar QRIS: terima ${rupiah(outstanding)} tunai`
    : `Terima ${rupiah(outstanding)} tunai`;
}
