import type { Db } from "#db/client.server.ts";
import { updateService, type WarungService } from "#db/queries/warung-settings.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";

export const MOST_PER_WINDOW = 500;

/**
 * The owner says how many orders a delivery window takes, and how people may pay and receive. Fewer than are already
 * held breaks no promise: those stay, and no new one comes until places are free.
 * @throws NotLoggedIn, NotAllowed, BadInput
 */
export async function setService(actor: Actor, db: Db, service: WarungService): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  const { capacity } = service;
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST_PER_WINDOW) {
    throw new BadInput({ kapasitas: `Isi angka 1 sampai ${MOST_PER_WINDOW}.` });
  }
  await db.transaction().execute(async (tx) => {
    await updateService(tx, warungId, service);
    await announceWarung(tx, warungId);
  });
}
