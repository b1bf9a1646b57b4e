import { z } from "zod";
import { handOverRemedy } from "#app/domain/complaints/hand-over-remedy.server.ts";
import { complaintMoved } from "#app/web/complaint-moved.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the PIN is wrong, the complaint itself answers at this address.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({
  pin: z.string({ error: "Isi PIN dari pembeli." }).regex(/^\d{4}$/, "PIN terdiri dari 4 angka."),
  barang_lama: z.enum(["ya"]).optional(),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.keluhan ?? "";
  const { pin, barang_lama } = readForm(form, Schema);
  return complaintMoved(`/operator/keluhan/${code}`, "diserahkan", () =>
    handOverRemedy(actor, db, { code, pin, goodsReturned: barang_lama === "ya" }),
  );
});
