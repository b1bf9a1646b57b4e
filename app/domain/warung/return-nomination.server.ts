import type { Db } from "#db/client.server.ts";
import { updateReturnedReason } from "#db/queries/warung-status.ts";
import { NotAllowed, StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { takeWarung } from "./move-warung.server.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";

/**
 * The province sends a nomination back to its regency, which may put it right and nominate again.
 * @throws NotLoggedIn, NotAllowed for a regency's officer, NotFound, StaleRecord when it is designated already
 */
export async function returnNomination(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  if (officeRegency(actor) !== null) throw new NotAllowed();
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { slug });
    if (!(await updateReturnedReason(tx, warung.id, reason))) throw new StaleRecord("warung");
    await recordWarungAudit(tx, actor, "warung.return", warung, { reason });
  });
}
