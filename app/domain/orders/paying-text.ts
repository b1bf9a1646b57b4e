import { rupiah } from "../../lib/rupiah.ts";
import { METHOD_LABEL, type PaymentMethod } from "./payment-methods.ts";

/** How an order is paid, and what of it is still to be taken at hand-over, in rupiah. */
export type Paying = { readonly method: PaymentMethod; readonly toCollect: number };

/** As an order's pages read it; a test order has nothing to collect. */
export function payingOf(order: {
  readonly payment_method: PaymentMethod;
  readonly to_collect: number | null;
}): Paying {
  return { method: order.payment_method, toCollect: order.to_collect ?? 0 };
}

/** To the buyer: `Bayar Rp48.000 tunai saat barang tiba.` */
export function buyerPaysText({ method, toCollect }: Paying, pickup: boolean): string {
  const when = pickup ? "saat diambil" : "saat barang tiba";
  if (toCollect === 0) return `Sudah dibayar dengan ${METHOD_LABEL[method]}.`;
  if (method === "qris")
    return `Bayar ${rupiah(toCollect)} dengan QRIS dari halaman pesanan Anda, atau tunai ${when}.`;
  return `Bayar ${rupiah(toCollect)} tunai ${when}.`;
}

/** To the buyer of an order that was cancelled. */
export function cancelledPayText(method: PaymentMethod, status: string | null): string {
  if (status === "paid")
    return `Uang Anda kembali ${method === "card" ? "ke kartu dalam 5-10 hari kerja" : "lewat warung"}.`;
  return method === "card" ? "Kartu Anda tidak ditagih." : "Tidak ada yang perlu Anda bayar.";
}

/** To whoever hands it over: `Terima Rp48.000 tunai`. */
export function collectText({ method, toCollect }: Paying): string {
  if (toCollect === 0) return `Sudah dibayar dengan ${METHOD_LABEL[method]}, jangan menagih`;
  return method === "qris"
    ? `Terima ${rupiah(toCollect)} lewat QRIS atau tunai`
    : `Terima ${rupiah(toCollect)} tunai`;
}

/** Short, beside an order in a list: `Rp48.000 tunai` · `sudah dibayar`. */
export function collectShort({ method, toCollect }: Paying): string {
  return toCollect === 0
    ? "sudah dibayar"
    : `${rupiah(toCollect)} ${METHOD_LABEL[method === "card" ? "cash" : method]}`;
}
