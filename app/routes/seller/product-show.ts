import { redirect } from "@remix-run/node";
import { z } from "zod";
import { hideProduct } from "#app/domain/catalogue/hide-product.server.ts";
import { showProduct } from "#app/domain/catalogue/show-product.server.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting } from "#app/web/route.server.ts";

const Product = z.object({ produk: id, ke: z.enum(["tampilkan", "sembunyikan"]) });

export const action = acting(async ({ db, actor, form, params, url }) => {
  const { produk, ke } = readForm(form, Product);
  const change = ke === "tampilkan" ? showProduct : hideProduct;
  await change(actor, db, { productId: produk });
  const own = `/penjual/produk/${params.slug}?kabar=${ke === "tampilkan" ? "tampil" : "sembunyi"}`;
  if (!form.has("lanjut")) return redirect(own);
  const back = new URL(localPath(form.get("lanjut"), "/penjual/produk"), url);
  back.searchParams.set("tersimpan", `p${produk}`);
  return redirect(`${back.pathname}${back.search}#p${produk}`);
});
