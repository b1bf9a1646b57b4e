import { rupiah } from "../../../lib/rupiah.ts";
import { promiseWithin } from "../../warung/delivery-window.ts";
import type { OrderStatus } from "../order-status.ts";
import { howToPay, type Payable } from "../pay-text.ts";

/** What of an order its buyer is told at a step, whoever says it: the program, or the warung by hand. */
export type BuyerStep = {
  readonly code: string;
  readonly warung: string;
  readonly pay: Payable;
  readonly promise: { readonly from: Date; readonly until: Date };
  /** the buyer fetches it */
  readonly pickup?: boolean;
};

function arrival({ promise }: BuyerStep, at: Date): string {
  return promise.until < at ? "secepatnya, maaf terlambat" : promiseWithin(promise, at);
}

function toHaveReady(pay: Payable): string {
  if (pay.outstanding > 0 && pay.method !== "qris")
    return `Siapkan ${rupiah(pay.outstanding)} tunai dan PIN penerima dari halaman pesanan Anda.`;
  return `${howToPay(pay, "kepada pengantar")} Siapkan PIN penerima dari halaman pesanan Anda.`;
}

const STEPS: Partial<Record<OrderStatus, (step: BuyerStep, at: Date) => string>> = {
  accepted: (step, at) =>
    `Pesanan ${step.code} sedang disiapkan ${step.warung}, ${
      step.pickup ? "siap diambil" : "diantar"
    } ${arrival(step, at)}. ${howToPay(step.pay, step.pickup ? "saat diambil" : "saat barang tiba")}`,
  ready: (step, at) =>
    `Barang pesanan ${step.code} sudah lengkap di ${step.warung}, diantar ${arrival(step, at)}. ${howToPay(step.pay, "saat barang tiba")}`,
  out_for_delivery: (step) => `Pesanan ${step.code} sedang diantar ${step.warung}. ${toHaveReady(step.pay)}`,
};

/** The text for an order's buyer while it is in this state; undefined when there is nothing to say. */
export function buyerStepText(status: OrderStatus, step: BuyerStep, at: Date): string | undefined {
  return STEPS[status]?.(step, at);
}
