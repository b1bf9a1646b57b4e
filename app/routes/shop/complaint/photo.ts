import { complaintPhoto } from "#app/web/complaint-photo.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async (asked) =>
  complaintPhoto(asked, {
    as: "buyer",
    orderCode: asked.params.code ?? "",
    secret: asked.url.searchParams.get("k") ?? undefined,
  }),
);
