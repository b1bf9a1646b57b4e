import type { Db } from "#db/client.server.ts";
import { updateShelfLimit } from "#db/queries/consignments.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";

export const MOST_ON_SHELF = 1_000;

/**
 * How many pieces of one kind a warung takes on its shelf; 0: none any more, what lies there stays on sale.
 * @throws NotLoggedIn, NotAllowed for staff, BadInput
 */
export async function setShelfLimit(actor: Actor, db: Db, { limit }: { limit: number }): Promise<void> {
  const { warung } = asWarungOwner(actor);
  if (!Number.isInteger(limit) || limit < 0 || limit > MOST_ON_SHELF)
    throw new BadInput({ muat: `Isi 0 sampai ${MOST_ON_SHELF}.` });
  await db.transaction().execute((tx) => updateShelfLimit(tx, warung.warungId, limit));
}
