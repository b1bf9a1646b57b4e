import type { Db } from "#db/client.server.ts";
import { listSentLines } from "#db/queries/consignments.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { REFUSE_REASONS, type RefuseReason } from "./refuse-reasons.ts";
import { restock } from "./restock.server.ts";
import { moveConsignment, takeConsignment } from "./take-consignment.server.ts";
import { tellSender } from "./tell-sides.server.ts";

/**
 * The warung does not take a sending: the seller keeps the goods, so they are in the seller's stock again. Twice is once.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when it was counted or called back before
 */
export async function refuseConsignment(
  actor: Actor,
  db: Db,
  { code, reason }: { code: string; reason: RefuseReason },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const sending = await takeConsignment(tx, code, { warungId: warung.warungId });
    if (sending.status === "refused") return;
    await moveConsignment(tx, sending, "refused", REFUSE_REASONS[reason]);
    const lines = await listSentLines(tx, sending.id);
    await restock(
      tx,
      lines.map(({ variant_id, sent }) => ({ variantId: variant_id, pieces: sent })),
      { consignmentId: sending.id, by: warung.name },
    );
    await tellSender(tx, sending.umkm_id, {
      key: `consignment-refused:${code}`,
      subject: "Titipan tidak diterima",
      body: `${warung.name} tidak menerima titipan ${code}: ${REFUSE_REASONS[reason]}. Barangnya kembali ke stok Anda.`,
    });
  });
}
