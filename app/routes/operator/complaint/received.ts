import { receiveReplacement } from "#app/domain/complaints/receive-replacement.server.ts";
import { complaintMoved } from "#app/web/complaint-moved.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the complaint itself answers at this address.
export { default, loader, meta } from "./case.tsx";

export const action = acting(async ({ db, actor, params }) => {
  const code = params.keluhan ?? "";
  return complaintMoved(`/operator/keluhan/${code}`, "pengganti", () =>
    receiveReplacement(actor, db, { code }),
  );
});
