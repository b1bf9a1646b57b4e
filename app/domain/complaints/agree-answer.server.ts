import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { carryOut } from "./carry-out.server.ts";
import type { Answer } from "./complaint-status.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeAsBuyer } from "./take-as-buyer.server.ts";

type Asked = { readonly orderCode: string; readonly code: string; readonly secret: string | undefined };

/**
 * The buyer takes what was offered, and it begins. When the goods to exchange for sold out meanwhile, the money is owed.
 * @throws NotFound for a stranger, StaleRecord when there is no answer (any more) to agree to
 */
export async function agreeAnswer(actor: Actor, db: Db, asked: Asked): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order, complaint } = await takeAsBuyer(tx, actor, asked);
    if (complaint.status !== "answered") throw new StaleRecord("keluhan");
    const begins = await carryOut(tx, complaint, complaint.answer as Answer, { orRefund: true });
    await recordComplaintEvent(
      tx,
      { actor, as: "buyer" },
      { complaint, orderId: order.id, kind: "complaint_agreed", detail: { begins } },
    );
  });
}
