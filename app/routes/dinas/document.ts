import { viewDocument } from "#app/domain/umkm/view-document.server.ts";
import { NotFound } from "#app/lib/errors.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, actor, params }) => {
  if (!/^[1-9]\d{0,14}$/.test(params.id ?? "")) throw new NotFound("dokumen");
  const picture = await viewDocument(actor, db, { slug: params.slug ?? "", documentId: Number(params.id) });
  return new Response(new Uint8Array(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store" },
  });
});
