import type { Db } from "#db/client.server.ts";
import { findReportedLines } from "#db/queries/shortages.ts";
import { updateStapleAvailability } from "#db/queries/warung.ts";
import { NotFound, StaleOrder } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { type Choice, chooseSubstitute } from "./choose-substitute.server.ts";
import type { MissingReason } from "./missing-reasons.ts";
import { openShortage } from "./open-shortage.server.ts";
import { isGathered } from "./order-status.ts";
import { takeOwnOrder } from "./take-own-order.server.ts";

/**
 * The operator misses pieces of a line, on the shelf or among what a seller brought: the buyer is asked, with something
 * else as a substitute if the operator names one. A staple that ran out is marked so for the orders to come. The same
 * report sent twice acts once.
 * @throws NotLoggedIn, NotAllowed, NotFound when the order is not theirs, BadInput, StaleOrder when it moved on
 */
export async function reportWarungShortage(
  actor: Actor,
  db: Db,
  report: {
    code: string;
    lineId: number;
    pieces: number;
    reason: MissingReason;
    substitute: Choice | null;
  },
): Promise<void> {
  const { warung } = asOperator(actor);
  const { code, lineId, pieces, reason } = report;
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    const line = (await findReportedLines(tx, order.id)).find(({ id }) => id === lineId);
    if (!line) throw new NotFound("pesanan");
    if (line.asked) return;
    if (!isGathered(order.status)) throw new StaleOrder(code, "being gathered");
    const substitute = await chooseSubstitute(tx, { order, lineId, umkmId: null }, report.substitute);
    await openShortage(tx, order, { line, pieces, reason, substitute }, { actor, as: "operator" });
    if (line.staple_id !== null && reason === "habis") {
      const availability = pieces === line.quantity ? "habis" : "sedikit";
      await updateStapleAvailability(tx, warung.warungId, line.staple_id, availability);
      await announce(tx, "catalogue");
    }
  });
}
