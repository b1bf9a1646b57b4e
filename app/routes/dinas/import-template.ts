import { asOfficer } from "#app/domain/accounts/actor.ts";
import { isImportKind } from "#app/domain/imports/kinds.ts";
import { templateOf } from "#app/domain/imports/template.server.ts";
import { NotFound } from "#app/lib/errors.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ actor, params }) => {
  asOfficer(actor);
  const [, kind, type] = /^(\w+)\.(csv|xlsx)$/.exec(params.name ?? "") ?? [];
  if (!isImportKind(kind)) throw new NotFound("halaman");
  return sheetResponse(templateOf(kind, type === "csv" ? "csv" : "xlsx"));
});
