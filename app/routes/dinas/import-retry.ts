import { retryImport } from "#app/domain/imports/retry-import.server.ts";
import { importMoved } from "#app/web/import-moved.server.ts";
import { acting } from "#app/web/route.server.ts";
import { runIdOf } from "#app/web/run-id.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const runId = runIdOf(params);
  return importMoved(runId, () => retryImport(actor, db, runId));
});
