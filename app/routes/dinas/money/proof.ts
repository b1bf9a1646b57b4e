import { viewHandInProof } from "#app/domain/payments/hand-in/view-proof.server.ts";
import { proofPhoto } from "#app/web/proof-photo.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, actor, params }) =>
  proofPhoto(await viewHandInProof(actor, db, { code: params.setoran ?? "", as: "officer" })),
);
