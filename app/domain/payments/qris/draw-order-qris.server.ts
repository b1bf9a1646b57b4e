import type { Db } from "#db/client.server.ts";
import { NotFound } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { findTracking } from "../../orders/find-tracking.server.ts";
import { drawQr } from "./draw-qr.server.ts";
import { findQrisPayment } from "./find-qris-payment.server.ts";

/**
 * The picture that a buyer opens in their banking app: the code of their order with its amount.
 * @returns the PNG, and the amount in rupiah for its name
 * @throws NotFound for a stranger, and when there is nothing to pay by QRIS
 */
export async function drawOrderQris(
  db: Db,
  asked: { readonly actor: Actor; readonly code: string; readonly secret: string | undefined },
): Promise<{ readonly png: Buffer; readonly amount: number }> {
  const order = await findTracking(db, asked);
  const payment = await findQrisPayment(db, order.id);
  if (!payment?.code) throw new NotFound("halaman");
  return { png: await drawQr(payment.code.payload), amount: payment.outstanding };
}
