import type { Db } from "#db/client.server.ts";
import { insertNote } from "#db/queries/consignments.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";
import { takeConsignment } from "./take-consignment.server.ts";
import { tellSender, tellWarung } from "./tell-sides.server.ts";

/**
 * Either side writes under a sending what it has to say, such as that the count cannot be right. It moves no piece: the
 * two settle it between them, or with an officer, and the note stays for both to see. The same form writes once.
 * @throws NotLoggedIn, NotAllowed, NotFound
 */
export async function addConsignmentNote(
  actor: Actor,
  db: Db,
  { code, side, text, formKey }: { code: string; side: "seller" | "warung"; text: string; formKey: string },
): Promise<void> {
  const who = side === "seller" ? asSeller(actor) : asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const own = "umkm" in who ? { umkmId: who.umkm.umkmId } : { warungId: who.warung.warungId };
    const sending = await takeConsignment(tx, code, own);
    const isNew = await insertNote(tx, {
      consignmentId: sending.id,
      side,
      actorName: who.name,
      text,
      formKey,
    });
    if (!isNew) return;
    const told = {
      key: `consignment-note:${formKey}`,
      subject: `Catatan untuk titipan ${code}`,
      body: `${"umkm" in who ? who.umkm.name : who.warung.name} menulis tentang titipan ${code}: ${text}`,
    };
    if (side === "seller") await tellWarung(tx, sending.warung_id, told);
    else await tellSender(tx, sending.umkm_id, told);
  });
}
