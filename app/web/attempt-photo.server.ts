import type { Db } from "#db/client.server.ts";
import type { Actor } from "../domain/accounts/actor.ts";
import { viewAttemptPhoto } from "../domain/orders/delivery/view-attempt-photo.server.ts";
import { NotFound } from "../lib/errors.ts";

/** The photo of a failed try or of a receipt. It may show a person: kept nowhere on the way. */
export async function attemptPhoto(
  db: Db,
  actor: Actor,
  params: Readonly<Record<string, string | undefined>>,
  as: "operator" | "officer",
): Promise<Response> {
  if (!/^[1-9]\d{0,14}$/.test(params.id ?? "")) throw new NotFound("dokumen");
  const attempt = { code: params.code ?? "", attemptId: Number(params.id), as };
  const webp = await viewAttemptPhoto(actor, db, attempt);
  return new Response(new Uint8Array(webp), {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "private, no-store",
      "Content-Disposition": "inline",
    },
  });
}
