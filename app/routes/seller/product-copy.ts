import { redirect } from "@remix-run/node";
import { copyProduct } from "#app/domain/catalogue/copy-product.server.ts";
import { acting } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const { slug } = await copyProduct(actor, db, { slug: params.slug ?? "" });
  return redirect(`/penjual/produk/${slug}?kabar=disalin`);
});
