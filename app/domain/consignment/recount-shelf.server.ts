import type { Db } from "#db/client.server.ts";
import { moveShelf } from "#db/queries/shelf.ts";
import { countLost } from "#db/queries/shelf-returns.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { takeShelfItem } from "./take-shelf-item.server.ts";

/**
 * The warung counts what really lies on the shelf, without what is ordered already. Fewer: the difference is lost. More:
 * that many were found again, never more than ever went missing here, as goods do not come from nowhere. The same form
 * acts once.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput
 */
export async function recountShelf(
  actor: Actor,
  db: Db,
  { itemId, counted, formKey }: { itemId: number; counted: number; formKey: string },
): Promise<void> {
  const { warung, name } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const item = await takeShelfItem(tx, warung.warungId, { itemId, formKey });
    if (!item || item.on_shelf === counted) return;
    const by = counted - item.on_shelf;
    if (by > 0 && by > (await countLost(tx, itemId))) {
      throw new BadInput({
        hitung: "Lebih banyak dari yang pernah dititipkan. Minta penjual mengirimnya sebagai titipan baru.",
      });
    }
    await moveShelf(tx, { itemId, by, cause: "recount", formKey, actorName: name });
    await announce(tx, "catalogue");
  });
}
