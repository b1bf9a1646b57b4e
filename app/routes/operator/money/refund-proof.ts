import { viewRefundProof } from "#app/domain/payments/refunds/view-refund-proof.server.ts";
import { proofPhoto } from "#app/web/proof-photo.server.ts";
import { refundIdOf } from "#app/web/refund-id.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, actor, params }) =>
  proofPhoto(await viewRefundProof(actor, db, { id: refundIdOf(params), as: "operator" })),
);
