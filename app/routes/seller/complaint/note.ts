import { z } from "zod";
import { commentComplaint } from "#app/domain/complaints/comment-complaint.server.ts";
import { complaintMoved } from "#app/web/complaint-moved.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the complaint itself answers at this address, with what was typed.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({ keterangan: text("keterangannya", { min: 5, max: 500 }) });

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.keluhan ?? "";
  const { keterangan } = readForm(form, Schema);
  return complaintMoved(`/penjual/keluhan/${code}`, "dicatat", () =>
    commentComplaint(actor, db, { code, as: "seller", text: keterangan }),
  );
});
