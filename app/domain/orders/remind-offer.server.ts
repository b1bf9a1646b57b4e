import type { Db } from "#db/client.server.ts";
import { markReminded } from "#db/queries/offers.ts";
import { announce } from "../jobs/enqueue.server.ts";

/** Half of the answering time is over: the warung's board calls once more. A decided offer is left alone. */
export async function remindOffer(db: Db, offerId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const reminded = await markReminded(tx, offerId);
    if (reminded) await announce(tx, `warung:${reminded.warung_id}`);
  });
}
