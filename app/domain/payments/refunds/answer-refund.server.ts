import type { Db, Tx } from "#db/client.server.ts";
import { markRefundDisputed } from "#db/queries/refund-tasks.ts";
import { NotFound, StaleRecord } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { requireBuyer } from "../../orders/require-buyer.server.ts";
import { settleRefund } from "./settle-refund.server.ts";
import { type TakenRefund, takeRefund } from "./take-refund.server.ts";

type Asked = {
  readonly orderCode: string;
  readonly id: number;
  readonly secret: string | undefined;
  /** whether the money is there */
  readonly hasIt: boolean;
};

async function takeAsBuyer(tx: Tx, actor: Actor, { orderCode, id, secret }: Asked): Promise<TakenRefund> {
  const taken = await takeRefund(tx, id);
  if (taken.order.code !== orderCode) throw new NotFound("pengembalian");
  await requireBuyer(tx, actor, taken.order, secret);
  return taken;
}

/**
 * The buyer says that the money is there, which ends it, or that what the warung transferred never came: then it is due again, and
 * officers are told.
 * @throws NotFound for a stranger, StaleRecord when nothing is on its way (any more)
 */
export async function answerRefund(actor: Actor, db: Db, asked: Asked): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const taken = await takeAsBuyer(tx, actor, asked);
    const { order, refund } = taken;
    if (asked.hasIt) {
      if (refund.status === "paid_back") return;
      return settleRefund(tx, taken, { actor, as: "buyer", method: refund.method });
    }
    if (refund.status === "due") return;
    if (!(await markRefundDisputed(tx, refund.id))) throw new StaleRecord("pengembalian");
    await recordOrderEvent(
      tx,
      order.id,
      "refund_disputed",
      { actor, as: "buyer" },
      { amount: refund.amount },
    );
    await announce(tx, `warung:${refund.warung_id!}`);
  });
}
