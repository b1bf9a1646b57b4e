import { json } from "@remix-run/node";
import { z } from "zod";
import { findRinging } from "#app/domain/accounts/find-ringing.server.ts";
import { startRinging } from "#app/domain/accounts/start-ringing.server.ts";
import { stopRinging } from "#app/domain/accounts/stop-ringing.server.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

const base64url = (bytes: string) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${bytes}}$`));

const Browser = z.object({
  endpoint: z.url().max(1000),
  p256dh: base64url("87"),
  auth: base64url("22"),
});
const Asked = z.object({ endpoint: z.string().max(1000).default("") });

/** Asked by the page's script alone (components/account/use-ringing.ts); without it no browser can ring. */
export const action = acting(async ({ db, actor, form, request }) => {
  const sessionToken = readCookie(request, SESSION) ?? "";
  switch (form.get("intent")) {
    case "pasang":
      await startRinging(actor, db, { sessionToken, ...readForm(form, Browser) });
      break;
    case "lepas":
      await stopRinging(actor, db, { sessionToken });
      break;
  }
  const { endpoint } = readForm(form, Asked);
  return json(await findRinging(db, actor, { sessionToken, endpoint }));
});
