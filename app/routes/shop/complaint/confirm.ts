import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { complaintMoved, secretQuery } from "#app/web/complaint-moved.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the complaint itself answers at this address.
export { default, loader, meta } from "./case.tsx";

export const action = acting(async ({ db, actor, params, url }) => {
  const { code: orderCode = "", keluhan: code = "" } = params;
  const secret = url.searchParams.get("k") ?? undefined;
  return complaintMoved(`/pesanan/${orderCode}/keluhan/${code}${secretQuery(url)}`, "diterima", () =>
    confirmRemedy(actor, db, { orderCode, code, secret }),
  );
});
