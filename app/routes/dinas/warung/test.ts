import { startTestOrder } from "#app/domain/orders/start-test-order.server.ts";
import { acting } from "#app/web/route.server.ts";
import { warungDecided } from "#app/web/warung-decided.server.ts";

// When it cannot be started, the case itself answers at this address, with what is missing.
export { default, loader, meta } from "./case.tsx";

export const action = acting(async ({ db, actor, params }) => {
  const slug = params.slug ?? "";
  return warungDecided(slug, "uji", () => startTestOrder(actor, db, { slug }));
});
