import { findWrongRows } from "#app/domain/imports/wrong-rows.server.ts";
import { reading } from "#app/web/route.server.ts";
import { runIdOf } from "#app/web/run-id.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, params }) =>
  sheetResponse(await findWrongRows(db, actor, runIdOf(params))),
);
