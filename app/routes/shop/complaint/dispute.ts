import { z } from "zod";
import { disputeAnswer } from "#app/domain/complaints/dispute-answer.server.ts";
import { complaintMoved, secretQuery } from "#app/web/complaint-moved.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the complaint itself answers at this address, with what was typed.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({ alasan: text("alasannya", { min: 5, max: 500 }) });

export const action = acting(async ({ db, actor, params, url, form }) => {
  const { code: orderCode = "", keluhan: code = "" } = params;
  const secret = url.searchParams.get("k") ?? undefined;
  const { alasan } = readForm(form, Schema);
  return complaintMoved(`/pesanan/${orderCode}/keluhan/${code}${secretQuery(url)}`, "dibantah", () =>
    disputeAnswer(actor, db, { orderCode, code, secret, text: alasan }),
  );
});
