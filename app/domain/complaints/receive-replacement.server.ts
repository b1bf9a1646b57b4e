import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeAsWarung } from "./take-as-answerer.server.ts";

/** The seller's replacement lies in the warung; pressed twice it came once. @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord */
export async function receiveReplacement(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order, complaint } = await takeAsWarung(tx, actor, code);
    if (complaint.status === "exchange_ready") return;
    if (complaint.status !== "exchange_due") throw new StaleRecord("keluhan");
    await moveComplaint(tx, complaint, "exchange_due", "exchange_ready");
    await recordComplaintEvent(
      tx,
      { actor, as: "operator" },
      { complaint, orderId: order.id, kind: "complaint_exchange_ready" },
    );
  });
}
