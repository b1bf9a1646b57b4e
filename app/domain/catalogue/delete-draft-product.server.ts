import type { Db } from "#db/client.server.ts";
import { deleteProduct, lockVariantsOf } from "#db/queries/own-product.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { takeOwnProduct, tellCatalogue } from "./take-own-product.server.ts";

/**
 * Removes a draft of one's own for good; one that was ever ordered stays, as its orders tell of it.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput when it is shown or was ordered
 */
export async function deleteDraftProduct(actor: Actor, db: Db, { slug }: { slug: string }): Promise<void> {
  const { umkm } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const { id, status } = await takeOwnProduct(tx, umkm.umkmId, slug);
    if (status !== "draft") throw new BadInput({ hapus: "Sembunyikan dulu produk ini, lalu hapus." });
    if ((await lockVariantsOf(tx, id)).some((variant) => variant.ordered)) {
      throw new BadInput({
        hapus:
          "Produk ini sudah pernah dipesan atau dititipkan, jadi catatannya tetap ada. Biarkan tersembunyi.",
      });
    }
    await deleteProduct(tx, id);
    await tellCatalogue(tx, [id]);
  });
}
