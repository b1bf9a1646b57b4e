import { z } from "zod";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { complaintMoved } from "#app/web/complaint-moved.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the complaint itself answers at this address, with what was typed.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({
  jawaban: z.enum(["refund", "exchange", "refused"], { error: "Pilih jawaban Anda." }),
  alasan: text("pesan Anda", { max: 500 }).optional(),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.keluhan ?? "";
  const { jawaban, alasan = "" } = readForm(form, Schema);
  return complaintMoved(`/penjual/keluhan/${code}`, "dijawab", () =>
    answerComplaint(actor, db, { code, as: "seller", answer: jawaban, text: alasan }),
  );
});
