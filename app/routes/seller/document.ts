import { findOwnDocument } from "#app/domain/umkm/find-own-document.server.ts";
import { NotFound } from "#app/lib/errors.ts";
import { reading } from "#app/web/route.server.ts";

/** A photo of one's own application. It is a person's paper: kept nowhere on the way. */
export const loader = reading(async ({ db, actor, params }) => {
  if (!/^[1-9]\d{0,14}$/.test(params.id ?? "")) throw new NotFound("dokumen");
  const webp = await findOwnDocument(db, actor, { documentId: Number(params.id) });
  return new Response(new Uint8Array(webp), {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "private, no-store",
      "Content-Disposition": "inline",
    },
  });
});
