import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { eventStream } from "#app/web/event-stream.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, actor, params, url, request, context }) => {
  const secret = url.searchParams.get("k") ?? undefined;
  const order = await findTracking(db, { actor, code: params.code ?? "", secret });
  return eventStream(request, context.changes, `order:${order.id}`);
});
