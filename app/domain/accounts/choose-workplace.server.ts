import type { Db } from "#db/client.server.ts";
import { updateWorkplace } from "#db/queries/sessions.ts";
import { NotAllowed } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";
import type { PlaceRole } from "./workplaces.ts";

/**
 * From now on this device acts for another of the person's businesses or warung. What they may do there is asked anew
 * with each request.
 * @param sessionToken the cookie's
 * @throws NotLoggedIn, NotAllowed when they do not work there
 */
export async function chooseWorkplace(
  actor: Actor,
  db: Db,
  { role, slug, sessionToken }: { role: PlaceRole; slug: string; sessionToken: string },
): Promise<void> {
  const place = asPerson(actor).memberships.find(
    (one) => one.role === role && "slug" in one && one.slug === slug,
  );
  const tokenHash = sessionHash(sessionToken);
  if (place?.role === "seller") return updateWorkplace(db, tokenHash, { umkmId: place.umkmId });
  if (place?.role === "operator") return updateWorkplace(db, tokenHash, { warungId: place.warungId });
  throw new NotAllowed();
}
