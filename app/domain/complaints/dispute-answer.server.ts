import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeAsBuyer } from "./take-as-buyer.server.ts";

type Asked = { readonly orderCode: string; readonly code: string; readonly secret: string | undefined };

/** The buyer does not take what was offered: an officer of the order's regency decides. @throws NotFound for a stranger, StaleRecord */
export async function disputeAnswer(
  actor: Actor,
  db: Db,
  { text, ...asked }: Asked & { readonly text: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order, complaint } = await takeAsBuyer(tx, actor, asked);
    if (complaint.status !== "answered") throw new StaleRecord("keluhan");
    await moveComplaint(tx, complaint, "answered", "disputed");
    await recordComplaintEvent(
      tx,
      { actor, as: "buyer" },
      {
        complaint,
        orderId: order.id,
        kind: "complaint_disputed",
        note: text,
        detail: { reason: "pembeli tidak setuju dengan jawabannya" },
      },
    );
  });
}
