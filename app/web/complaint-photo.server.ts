import type { Db } from "#db/client.server.ts";
import type { Actor } from "../domain/accounts/actor.ts";
import { type Viewer, viewComplaintPhoto } from "../domain/complaints/view-complaint-photo.server.ts";
import { NotFound } from "../lib/errors.ts";

type Asked = {
  readonly db: Db;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string | undefined>>;
};

/** A complaint's photo for one of those it concerns; kept nowhere on the way. @throws what `viewComplaintPhoto` throws */
export async function complaintPhoto({ db, actor, params }: Asked, viewer: Viewer): Promise<Response> {
  const number = params.nomor ?? "";
  if (!/^[1-9]$/.test(number)) throw new NotFound("dokumen");
  const webp = await viewComplaintPhoto(db, actor, {
    code: params.keluhan ?? "",
    position: Number(number),
    viewer,
  });
  return new Response(new Uint8Array(webp), {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "private, no-store",
      "Content-Disposition": "inline",
    },
  });
}
