import type { Db } from "#db/client.server.ts";
import { listSentLines } from "#db/queries/consignments.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { restock } from "./restock.server.ts";
import { moveConsignment, takeConsignment } from "./take-consignment.server.ts";
import { tellWarung } from "./tell-sides.server.ts";

/**
 * The seller calls back what the warung has not counted yet: everything goes back to their stock. Twice is once.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when the warung was faster
 */
export async function cancelConsignment(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { umkm, name } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const sending = await takeConsignment(tx, code, { umkmId: umkm.umkmId });
    if (sending.status === "cancelled") return;
    await moveConsignment(tx, sending, "cancelled");
    const lines = await listSentLines(tx, sending.id);
    await restock(
      tx,
      lines.map(({ variant_id, sent }) => ({ variantId: variant_id, pieces: sent })),
      { consignmentId: sending.id, by: name },
    );
    await tellWarung(tx, sending.warung_id, {
      key: `consignment-cancelled:${code}`,
      subject: "Titipan ditarik",
      body: `${umkm.name} menarik kembali titipan ${code}. Bila barangnya sudah ada pada Anda, kembalikan kepada penjual.`,
    });
  });
}
