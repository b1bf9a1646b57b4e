import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { type ComplaintStatus, canWithdraw } from "./complaint-status.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeAsBuyer } from "./take-as-buyer.server.ts";

type Asked = { readonly orderCode: string; readonly code: string; readonly secret: string | undefined };

/** The matter is settled otherwise: the complaint is closed. @throws NotFound for a stranger, StaleRecord when it is being carried out */
export async function withdrawComplaint(actor: Actor, db: Db, asked: Asked): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order, complaint } = await takeAsBuyer(tx, actor, asked);
    const status = complaint.status as ComplaintStatus;
    if (status === "done" && complaint.outcome === "withdrawn") return;
    if (!canWithdraw(status)) throw new StaleRecord("keluhan");
    await moveComplaint(tx, complaint, status as "open", "done", { outcome: "withdrawn" });
    await recordComplaintEvent(
      tx,
      { actor, as: "buyer" },
      { complaint, orderId: order.id, kind: "complaint_withdrawn" },
    );
  });
}
