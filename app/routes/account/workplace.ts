import { redirect } from "@remix-run/node";
import { z } from "zod";
import { chooseWorkplace } from "#app/domain/accounts/choose-workplace.server.ts";
import { PLACE_ROLES } from "#app/domain/accounts/workplaces.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

const Schema = z.object({
  peran: z.enum(PLACE_ROLES, { error: "Pilih usaha atau warung." }),
  tempat: z.string({ error: "Pilih usaha atau warung." }),
});

export const action = acting(async ({ db, actor, form, request }) => {
  const { peran, tempat } = readForm(form, Schema);
  await chooseWorkplace(actor, db, {
    role: peran,
    slug: tempat,
    sessionToken: readCookie(request, SESSION) ?? "",
  });
  return redirect(peran === "seller" ? "/penjual" : "/operator");
});
