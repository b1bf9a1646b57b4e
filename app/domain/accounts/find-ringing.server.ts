import type { Db } from "#db/client.server.ts";
import { hasSubscription } from "#db/queries/push.ts";
import { vapidKeys } from "../notifications/vapid.server.ts";
import { type Actor, asPerson } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";

/**
 * The key a browser subscribes with, and whether this log-in rings through `endpoint`.
 * @throws NotLoggedIn
 */
export async function findRinging(
  db: Db,
  actor: Actor,
  { sessionToken, endpoint }: { sessionToken: string; endpoint: string },
): Promise<{ key: string; rings: boolean }> {
  asPerson(actor);
  const rings = endpoint !== "" && (await hasSubscription(db, sessionHash(sessionToken), endpoint));
  return { key: vapidKeys().publicKey, rings };
}
