import type { Db } from "#db/client.server.ts";
import { lockWarungQris, updateWarungQris } from "#db/queries/qris.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../../accounts/actor.ts";
import { confirmPassword } from "../../accounts/confirm-password.server.ts";
import { announceWarung } from "../../warung/announce-warung.server.ts";
import { tellOfQrisChange } from "./tell-of-change.server.ts";

/**
 * The owner takes their warung's QRIS away: no new order is paid by it, and running ones are paid in cash.
 * @throws NotLoggedIn, NotAllowed for staff, BadInput on `kata_sandi_lama` when it is wrong, TooManyTries
 */
export async function removeWarungQris(
  actor: Actor,
  db: Db,
  { password }: { password: string },
): Promise<void> {
  const owner = asWarungOwner(actor);
  await confirmPassword(db, owner, password);
  await db.transaction().execute(async (tx) => {
    const warung = await lockWarungQris(tx, { id: owner.warung.warungId });
    if (!warung) throw new NotFound("warung");
    if (warung.qris_payload === null) return;
    const id = await updateWarungQris(tx, warung.id, null, owner.accountId);
    await tellOfQrisChange(tx, warung, { id, qris: null, by: owner.name });
    await announceWarung(tx, warung.id);
  });
}
