import { z } from "zod";
import { attestRefund } from "#app/domain/complaints/attest-refund.server.ts";
import { complaintMoved } from "#app/web/complaint-moved.server.ts";
import { complaintPlaceQuery, readComplaintPlace } from "#app/web/complaint-place.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({ alasan: text("alasannya", { min: 5, max: 500 }) });

export const action = acting(async ({ db, actor, params, url, form }) => {
  const code = params.keluhan ?? "";
  const { alasan } = readForm(form, Schema);
  const back = `/dinas/keluhan/${code}${complaintPlaceQuery(readComplaintPlace(url))}`;
  return complaintMoved(back, "dibayar", () => attestRefund(actor, db, { code, reason: alasan }));
});
