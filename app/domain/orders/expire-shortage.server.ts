import type { Db } from "#db/client.server.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { findMissingChoice, findShortage } from "#db/queries/shortages.ts";
import { system } from "../accounts/actor.ts";
import { settleShortage } from "./settle-shortage.server.ts";
import { isNoDearer } from "./shortage-outcome.ts";

/**
 * The buyer did not answer in time: what they chose with the order holds. A substitute comes only when it is no dearer
 * and still there, else the pieces are dropped. A question answered meanwhile, or not due yet, is left alone.
 */
export async function expireShortage(db: Db, shortageId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await findShortage(tx, shortageId);
    const order = found && (await lockOrderById(tx, found.order_id));
    // read again under the lock: the buyer may have answered in between
    const shortage = await findShortage(tx, shortageId);
    if (!order || !shortage || shortage.decision !== null || shortage.deadline_at > new Date()) return;
    const choice = await findMissingChoice(tx, order.checkout_id);
    const late = { by: "deadline", who: { actor: system("Jadwal"), as: "system" } } as const;
    if (choice === "cancel") {
      await settleShortage(tx, order, shortage, { decision: "cancelled", ...late });
      return;
    }
    const taken =
      choice === "substitute" &&
      isNoDearer(shortage) &&
      (await settleShortage(tx, order, shortage, { decision: "substituted", ...late }));
    if (!taken) await settleShortage(tx, order, shortage, { decision: "dropped", ...late });
  });
}
