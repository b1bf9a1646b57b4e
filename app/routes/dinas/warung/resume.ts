import { resumeWarung } from "#app/domain/warung/resume-warung.server.ts";
import { acting } from "#app/web/route.server.ts";
import { warungDecided } from "#app/web/warung-decided.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const slug = params.slug ?? "";
  return warungDecided(slug, "aktif", () => resumeWarung(actor, db, { slug }));
});
