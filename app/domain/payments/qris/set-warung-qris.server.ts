import type { Db } from "#db/client.server.ts";
import { lockWarungQris, updateWarungQris } from "#db/queries/qris.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../../accounts/actor.ts";
import { confirmPassword } from "../../accounts/confirm-password.server.ts";
import { announceWarung } from "../../warung/announce-warung.server.ts";
import { readPastedQris } from "./read-sticker.server.ts";
import { tellOfQrisChange } from "./tell-of-change.server.ts";

/**
 * The owner says that this is their warung's QRIS, and proves who they are: from now on buyers pay to it. The warung's own number
 * and its officers are told. The same code once more changes nothing.
 * @param text of the static code
 * @throws NotLoggedIn, NotAllowed for staff, BadInput on `qris`, or on `kata_sandi_lama` when it is wrong, TooManyTries
 */
export async function setWarungQris(
  actor: Actor,
  db: Db,
  { text, password }: { text: string; password: string },
): Promise<void> {
  const owner = asWarungOwner(actor);
  const qris = readPastedQris(text);
  await confirmPassword(db, owner, password);
  await db.transaction().execute(async (tx) => {
    const warung = await lockWarungQris(tx, { id: owner.warung.warungId });
    if (!warung) throw new NotFound("warung");
    if (warung.qris_payload === qris.payload) return;
    const id = await updateWarungQris(tx, warung.id, qris, owner.accountId);
    await tellOfQrisChange(tx, warung, { id, qris, by: owner.name });
    await announceWarung(tx, warung.id);
  });
}
