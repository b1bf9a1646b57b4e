import type { Db } from "#db/client.server.ts";
import { deleteSubscriptionOf } from "#db/queries/push.ts";
import { type Actor, asPerson } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";

/** One of the person's own devices rings no more: this one, or another of the list. @throws NotLoggedIn */
export async function stopRinging(
  actor: Actor,
  db: Db,
  which: { readonly sessionId: number } | { readonly sessionToken: string },
): Promise<void> {
  await deleteSubscriptionOf(
    db,
    asPerson(actor).accountId,
    "sessionId" in which ? which : { tokenHash: sessionHash(which.sessionToken) },
  );
}
