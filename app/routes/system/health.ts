import { json } from "@remix-run/node";
import { findHealth } from "#app/domain/reports/find-health.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db }) => {
  const health = await findHealth(db);
  return json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
});
