import { redirect } from "@remix-run/node";
import { z } from "zod";
import { resolveRefund } from "#app/domain/payments/card/resolve-refund.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { pathId } from "#app/web/path-id.ts";
import { acting } from "#app/web/route.server.ts";

export { default, loader, meta } from "./disputes.tsx";

const Note = z.object({ cara: text("ke mana dan kapan uangnya dikirim", { min: 5, max: 200 }) });

export const action = acting(async ({ db, actor, params, form }) => {
  const again = form.get("intent") === "ulang";
  const how = again ? { again: true as const } : { again: false as const, note: readForm(form, Note).cara };
  await resolveRefund(actor, db, { id: pathId(params.id), how });
  return redirect(`/dinas/sengketa?kabar=${again ? "ulang" : "dikembalikan"}`);
});
