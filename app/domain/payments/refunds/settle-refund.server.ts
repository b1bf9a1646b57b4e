import type { Tx } from "#db/client.server.ts";
import { markRefundPaid } from "#db/queries/refund-tasks.ts";
import { StaleRecord } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { postRefundPaid } from "../../ledger/post-refund.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import type { TakenRefund } from "./take-refund.server.ts";

type How = {
  readonly actor: Actor;
  /** the program: the buyer said nothing against a transfer */
  readonly as: "operator" | "buyer" | "officer" | "system";
  /** out of which pocket of the warung it went */
  readonly method: string;
};

/**
 * The buyer has what they paid too much: paid, in the ledger and in the order's history, at once.
 * @throws StaleRecord when it was back before, or is of a complaint, which ends with it on its own page
 */
export async function settleRefund(tx: Tx, { order, refund }: TakenRefund, how: How): Promise<void> {
  if (refund.kind !== "surplus") throw new StaleRecord("pengembalian");
  const { actor, as, method } = how;
  const paid = await markRefundPaid(tx, refund.id, { method, by: as === "system" ? "operator" : as });
  if (!paid) throw new StaleRecord("pengembalian");
  await postRefundPaid(tx, { ...refund, method });
  await recordOrderEvent(tx, order.id, "refund_paid", { actor, as }, { amount: refund.amount });
  await announce(tx, `warung:${refund.warung_id!}`);
}
