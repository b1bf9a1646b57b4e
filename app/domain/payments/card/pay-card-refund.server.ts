import type { Db, Tx } from "#db/client.server.ts";
import {
  type CardRefundRow,
  countRefundAttempt,
  findCardRefund,
  lockCardRefund,
  updateCardRefund,
} from "#db/queries/card-refunds.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { system } from "../../accounts/actor.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";
import { postRefundPaid } from "../../ledger/post-refund.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { type CardRefund, createRefund, findRefund, findRefundFor } from "./stripe.server.ts";
import { tellProvince } from "./tell-province.server.ts";

/** Writes down how a refund stands at the provider. Said again, it changes nothing. */
async function noteRefund(tx: Tx, { id, order_id }: CardRefundRow, made: CardRefund): Promise<void> {
  const order = (await lockOrderById(tx, order_id))!;
  const refund = (await lockCardRefund(tx, id))!;
  const { status } = refund;
  if (status === "paid_back" || status === "failed") return;
  if (made.status === "failed") {
    await updateCardRefund(tx, id, "failed", { providerRef: made.id, reason: made.failure });
    return tellProvince(tx, {
      key: `refund:${id}:failed:${refund.attempt}`,
      subject: "Uang kembali ke kartu gagal",
      body: `${rupiah(refund.amount)} dari pesanan ${order.code} tidak dapat dikembalikan ke kartu pembeli. Buka Sengketa di Meja petugas.`,
    });
  }
  const isBack = made.status === "succeeded";
  await updateCardRefund(tx, id, isBack ? "paid_back" : "sent", { providerRef: made.id });
  if (!isBack) return;
  await postRefundPaid(tx, refund);
  if (refund.complaint_id !== null) return enqueue(tx, "finish-card-refund", { refundId: id });
  const who = { actor: system("Jadwal"), as: "system" } as const;
  await recordOrderEvent(tx, order.id, "card_refunded", who, { amount: refund.amount });
}

/**
 * A refund that was back may still be sent back by the buyer's bank, days later: the provider has the money again, and
 * the province's officers see to it there.
 */
async function watchBounce(db: Db, { id, amount, provider_ref: ref }: CardRefundRow): Promise<void> {
  const made = ref ? await findRefund(ref) : undefined;
  if (made?.status !== "failed") return;
  await db.transaction().execute((tx) =>
    tellProvince(tx, {
      key: `refund:${id}:bounced`,
      subject: "Uang kembali ke kartu ditolak bank",
      body: `${rupiah(amount)} yang sudah dikembalikan ke kartu (${made.id}) dikirim balik oleh bank pembeli dan ada lagi di saldo Stripe. Hubungi pembeli, lalu kirim uangnya dengan cara lain.`,
    }),
  );
}

/** Asks for the refund, or finds the one that an earlier try without an answer has made. */
async function askFor(db: Db, refund: CardRefundRow, intentId: string): Promise<CardRefund> {
  const { id: refundId, attempt, amount } = refund;
  if (refund.provider_ref !== null) return findRefund(refund.provider_ref);
  const made = refund.status === "sent" ? await findRefundFor(intentId, refundId) : undefined;
  if (made && made.status !== "failed") return made;
  await db.transaction().execute((tx) => updateCardRefund(tx, refundId, "sent", {}));
  return createRefund(intentId, { refundId, attempt, amount });
}

/**
 * Gives what is owed back to the card it came from, once, or looks how that stands. What the provider refuses, or the
 * buyer's bank sends back, is for the province's officers.
 * @throws ProviderUnreachable: the job comes again
 */
export async function payCardRefund(db: Db, refundId: number): Promise<void> {
  const refund = await findCardRefund(db, refundId);
  if (refund?.status === "paid_back") return watchBounce(db, refund);
  // before the capture there is nothing to give back: the sweep comes again
  if (!refund?.intent_id || refund.card_status !== "captured") return;
  if (refund.status !== "due" && refund.status !== "sent") return;
  try {
    const made = await askFor(db, refund, refund.intent_id);
    await db.transaction().execute((tx) => noteRefund(tx, refund, made));
  } catch (error) {
    if (error instanceof ProviderUnreachable && error.answered) await countRefundAttempt(db, refundId);
    if (!(error instanceof ProviderRefused)) throw error;
    const refused = { id: refund.provider_ref ?? "", status: "failed", failure: error.message } as const;
    await db.transaction().execute((tx) => noteRefund(tx, refund, refused));
  }
}
