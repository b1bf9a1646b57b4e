import { json } from "@remix-run/node";
import { findSuggestions } from "#app/domain/catalogue/find-suggestions.server.ts";
import { reading } from "#app/web/route.server.ts";

/** What may be meant, while it is being typed. The same for everyone, so that it is kept as public pages are. */
export const loader = reading(async ({ db, url }) =>
  json(await findSuggestions(db, url.searchParams.get("q") ?? "")),
);
