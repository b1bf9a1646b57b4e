import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeAsAnswerer, takeAsWarung } from "./take-as-answerer.server.ts";

/**
 * The seller, or the warung that had the goods in its hands, tells what it knows, for whoever answers or decides.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when the complaint is closed
 */
export async function commentComplaint(
  actor: Actor,
  db: Db,
  { code, as, text }: { code: string; as: "seller" | "operator"; text: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { order, complaint } =
      as === "operator" ? await takeAsWarung(tx, actor, code) : await takeAsAnswerer(tx, actor, { code, as });
    if (complaint.status === "done") throw new StaleRecord("keluhan");
    await recordComplaintEvent(
      tx,
      { actor, as },
      { complaint, orderId: order.id, kind: "commented", note: text },
    );
  });
}
