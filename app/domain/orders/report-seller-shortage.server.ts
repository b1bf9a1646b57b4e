import type { Db } from "#db/client.server.ts";
import { findReportedLines } from "#db/queries/shortages.ts";
import { lowerStock } from "#db/queries/stock.ts";
import { BadInput, NotFound, StaleOrder } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { stockProblem } from "../catalogue/variant-limits.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { type Choice, chooseSubstitute } from "./choose-substitute.server.ts";
import type { MissingReason } from "./missing-reasons.ts";
import { takeOrder } from "./move-order.server.ts";
import { openShortage } from "./open-shortage.server.ts";
import { isGathered } from "./order-status.ts";

/**
 * The seller does not have some or all pieces of a line: the buyer is asked, with another of their own goods as a
 * substitute if they name one. The missing pieces never come back into stock; of what the shop shows, no more stays
 * than `stockLeft` (a higher number raises nothing). The same report sent twice acts once.
 * @throws NotLoggedIn, NotAllowed, NotFound for another seller's line, BadInput, StaleOrder when the goods were handed
 * over or the order moved on
 */
export async function reportSellerShortage(
  actor: Actor,
  db: Db,
  report: {
    code: string;
    lineId: number;
    pieces: number;
    reason: MissingReason;
    stockLeft: number;
    substitute: Choice | null;
  },
): Promise<void> {
  const { umkm, name } = asSeller(actor);
  const { code, lineId, pieces, reason, stockLeft } = report;
  const problem = stockProblem(stockLeft);
  if (problem) throw new BadInput({ sisa: problem });
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    const line = (await findReportedLines(tx, order.id)).find(({ id }) => id === lineId);
    if (order.warung_id === null || line?.umkm_id !== umkm.umkmId) throw new NotFound("pesanan");
    if (line.asked) return;
    if (!isGathered(order.status) || !["pending", "confirmed"].includes(line.seller_status ?? ""))
      throw new StaleOrder(code, "with the seller");
    const question = { order, lineId, umkmId: umkm.umkmId };
    const substitute = await chooseSubstitute(tx, question, report.substitute);
    await openShortage(tx, order, { line, pieces, reason, substitute }, { actor, as: "seller" });
    const productId = await lowerStock(tx, {
      orderId: order.id,
      variantId: line.variant_id!,
      left: stockLeft,
      actorName: name,
    });
    if (productId !== undefined) {
      await enqueue(tx, "index-products", { productIds: [productId] });
      await announce(tx, "catalogue");
    }
  });
}
