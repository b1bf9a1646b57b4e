import type { Db } from "#db/client.server.ts";
import { endReturn, lockReturn } from "#db/queries/shelf-returns.ts";
import { now } from "../../lib/clock.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { restock } from "./restock.server.ts";
import { tellWarung } from "./tell-sides.server.ts";

/**
 * The seller has goods back from a shelf and counts them: that many are in their stock again, and a difference stays
 * visible for both. Confirming twice is confirming once.
 * @throws NotLoggedIn, NotAllowed, NotFound for another's, BadInput when it is more than was sent back
 */
export async function confirmReturn(
  actor: Actor,
  db: Db,
  { returnId, pieces }: { returnId: number; pieces: number },
): Promise<void> {
  const { umkm, name } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const back = await lockReturn(tx, umkm.umkmId, returnId);
    if (!back) throw new NotFound("titipan");
    if (back.back !== null) return;
    if (pieces > back.pieces) throw new BadInput({ jumlah: `Warung mengirim kembali ${back.pieces}.` });
    await endReturn(tx, returnId, pieces, now());
    await restock(tx, [{ variantId: back.variant_id, pieces }], { consignmentId: null, by: name });
    if (pieces === back.pieces) return;
    await tellWarung(tx, back.warung_id, {
      key: `shelf-return-short:${returnId}`,
      subject: "Titipan kembali kurang",
      body: `${umkm.name} menghitung ${pieces} dari ${back.pieces} × ${back.name} yang Anda kembalikan.`,
    });
  });
}
