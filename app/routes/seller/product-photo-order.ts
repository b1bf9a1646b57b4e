import { redirect } from "@remix-run/node";
import { z } from "zod";
import { arrangeProductPhotos, type PhotoMove } from "#app/domain/catalogue/arrange-product-photos.server.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

const WAYS = { depan: "earlier", belakang: "later", hapus: "gone" } as const;
const One = z.object({ foto: id, ke: z.enum(["depan", "belakang", "hapus"]) });
const All = z.object({ urutan: z.string().regex(/^\d{1,15}(,\d{1,15}){0,9}$/) });

export const action = acting(async ({ db, actor, form, params }) => {
  const slug = params.slug ?? "";
  let move: PhotoMove;
  if (form.has("urutan")) move = { order: readForm(form, All).urutan.split(",").map(Number) };
  else {
    const { foto, ke } = readForm(form, One);
    move = { mediaId: foto, to: WAYS[ke] };
  }
  await arrangeProductPhotos(actor, db, { slug, move });
  return redirect(`/penjual/produk/${slug}#foto`);
});
