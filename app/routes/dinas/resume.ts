import { redirect } from "@remix-run/node";
import { resumeWarung } from "#app/domain/warung/resume-warung.server.ts";
import { acting } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  await resumeWarung(actor, db, { slug: params.slug ?? "" });
  return redirect("/dinas/warung?kabar=aktif");
});
