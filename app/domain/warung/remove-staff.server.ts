import type { Db } from "#db/client.server.ts";
import { deleteWarungStaff } from "#db/queries/warung-people.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";

/**
 * The owner takes a staff member's access, or an open invitation, back; at once, and twice is once. Orders stay.
 * @throws NotLoggedIn, NotAllowed
 */
export async function removeStaff(
  actor: Actor,
  db: Db,
  which: { readonly accountId: number } | { readonly invitationId: number },
): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  await db.transaction().execute(async (tx) => {
    await deleteWarungStaff(tx, warungId, which);
  });
}
