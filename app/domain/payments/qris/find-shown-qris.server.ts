import type { Db } from "#db/client.server.ts";
import { qrPath } from "../../../lib/qr.ts";
import { findQrisPayment, type QrisPayment } from "./find-qris-payment.server.ts";

/** Quiet zone that scanners count on, in squares (ISO/IEC 18004). */
const BORDER = 4;

export type ShownQris = Omit<QrisPayment, "code"> & {
  /** the code drawn, and whose name the paying app has to show; null: it cannot be paid by QRIS (now) */
  readonly code: { readonly name: string; readonly size: number; readonly path: string } | null;
};

/** As `findQrisPayment`, with the code drawn for a page. */
export async function findShownQris(db: Db, orderId: number): Promise<ShownQris | null> {
  const payment = await findQrisPayment(db, orderId);
  if (!payment) return null;
  const { code, ...rest } = payment;
  return { ...rest, code: code && { name: code.name, ...qrPath(code.payload, BORDER) } };
}
