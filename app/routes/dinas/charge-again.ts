import { redirect } from "@remix-run/node";
import { retryCapture } from "#app/domain/payments/card/retry-capture.server.ts";
import { pathId } from "#app/web/path-id.ts";
import { acting } from "#app/web/route.server.ts";

export { default, loader, meta } from "./disputes.tsx";

export const action = acting(async ({ db, actor, params }) => {
  await retryCapture(actor, db, { id: pathId(params.id) });
  return redirect("/dinas/sengketa?kabar=tagih");
});
