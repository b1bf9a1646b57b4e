import { asOperator } from "#app/domain/accounts/actor.ts";
import { eventStream } from "#app/web/event-stream.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ actor, request, context }) => {
  const { warung } = asOperator(actor);
  return eventStream(request, context.changes, `warung:${warung.warungId}`);
});
