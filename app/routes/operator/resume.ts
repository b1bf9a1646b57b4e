import { redirect } from "@remix-run/node";
import { resumeOwnWarung } from "#app/domain/warung/resume-own-warung.server.ts";
import { acting } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor }) => {
  await resumeOwnWarung(actor, db);
  return redirect("/operator");
});
