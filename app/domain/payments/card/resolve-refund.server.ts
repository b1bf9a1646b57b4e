import type { Db } from "#db/client.server.ts";
import { lockCardRefund, reopenCardRefund, settleCardRefund } from "#db/queries/card-refunds.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { NotFound, StaleRecord } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { type Actor, asProvince } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";
import { account } from "../../ledger/accounts.ts";

type How =
  /** once more to the card */
  | { readonly again: true }
  /** from the programme's own bank account; `note` says where to and when */
  | { readonly again: false; readonly note: string };

/**
 * An officer sees to a refund that the buyer's bank would not take.
 * @throws NotAllowed, NotFound, StaleRecord when it has not failed (any more)
 */
export async function resolveRefund(
  actor: Actor,
  db: Db,
  { id, how }: { id: number; how: How },
): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const refund = await lockCardRefund(tx, id);
    if (!refund) throw new NotFound("pembayaran");
    const moved = how.again ? await reopenCardRefund(tx, id) : await settleCardRefund(tx, id);
    if (!moved) throw new StaleRecord("pembayaran");
    if (how.again) await enqueue(tx, "pay-refund", { refundId: id });
    else {
      // the provider has the money back: it goes from the bank account instead
      await insertPosting(tx, { key: `refund-paid:${id}`, kind: "refund_paid", orderId: refund.order_id }, [
        { account: account.toReturn(refund.order_id), amount: refund.amount },
        { account: account.bank, amount: -refund.amount },
      ]);
      if (refund.complaint_id !== null) await enqueue(tx, "finish-card-refund", { refundId: id });
    }
    await recordAudit(tx, actor, {
      action: how.again ? "card.refund-again" : "card.refund-otherwise",
      thing: "card",
      key: String(id),
      name: rupiah(refund.amount),
      regencyCode: null,
      detail: how.again ? {} : { reason: how.note },
    });
  });
}
