import { findOwnRun } from "#app/domain/imports/find-import.server.ts";
import { eventStream } from "#app/web/event-stream.server.ts";
import { reading } from "#app/web/route.server.ts";
import { runIdOf } from "#app/web/run-id.server.ts";

export const loader = reading(async ({ db, actor, params, request, context }) => {
  const { id } = await findOwnRun(db, actor, runIdOf(params));
  return eventStream(request, context.changes, `import:${id}`);
});
