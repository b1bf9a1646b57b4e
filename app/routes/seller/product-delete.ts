import { redirect } from "@remix-run/node";
import { deleteDraftProduct } from "#app/domain/catalogue/delete-draft-product.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { acting } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const slug = params.slug ?? "";
  try {
    await deleteDraftProduct(actor, db, { slug });
  } catch (error) {
    if (error instanceof BadInput) return redirect(`/penjual/produk/${slug}?kabar=tetap-ada`);
    throw error;
  }
  return redirect("/penjual/produk?kabar=dihapus");
});
