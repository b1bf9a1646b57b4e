import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { settlementSheet } from "#app/domain/reports/settlement-sheet.ts";
import { findStatement } from "#app/domain/settlement/find-statement.server.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, params }) =>
  sheetResponse(
    csvOf(settlementSheet(await findStatement(db, actor, { as: "seller", code: params.code ?? "" }))),
  ),
);
