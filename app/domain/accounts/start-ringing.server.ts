import type { Db } from "#db/client.server.ts";
import { upsertSubscription } from "#db/queries/push.ts";
import { env } from "../../lib/env.server.ts";
import { BadInput, NotLoggedIn } from "../../lib/errors.ts";
import { isPushService } from "../notifications/push-service.ts";
import { type Actor, asPerson } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";

/** What a browser tells of its subscription (Push API): the address, its public key and its secret, base64url. */
export type RingingBrowser = {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

/**
 * The browser of this log-in rings from now on when there is work to do, until it logs out.
 * @throws NotLoggedIn, BadInput when its push service is none that we know
 */
export async function startRinging(
  actor: Actor,
  db: Db,
  { sessionToken, ...browser }: RingingBrowser & { sessionToken: string },
): Promise<void> {
  asPerson(actor);
  if (!isPushService(browser.endpoint, env().PUSH_SERVICES)) {
    throw new BadInput({ endpoint: "Layanan pemberitahuan peramban ini tidak kami kenal." });
  }
  const isOpen = await db
    .transaction()
    .execute((tx) => upsertSubscription(tx, { ...browser, tokenHash: sessionHash(sessionToken) }));
  if (!isOpen) throw new NotLoggedIn();
}
