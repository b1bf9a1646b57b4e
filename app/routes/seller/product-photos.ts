import { redirect } from "@remix-run/node";
import { addProductPhoto } from "#app/domain/catalogue/add-product-photo.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { files } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

/** Adds photos, one after the other: those before a broken one stay. */
export const action = acting(async ({ db, actor, form, params }) => {
  const slug = params.slug ?? "";
  const back = (said?: string) => redirect(`/penjual/produk/${slug}${said ? `?kabar=${said}` : ""}#foto`);
  const photos = files(form, "foto");
  if (photos.length === 0) return back("foto-pilih");
  try {
    for (const photo of photos) {
      await addProductPhoto(actor, db, { slug, bytes: new Uint8Array(await photo.arrayBuffer()) });
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return back(error.fields.foto?.startsWith("Paling banyak") ? "foto-penuh" : "foto-rusak");
  }
  return back();
});
