import { settlementPaper } from "#app/domain/reports/settlement-paper.server.ts";
import { findStatement } from "#app/domain/settlement/find-statement.server.ts";
import { paperResponse } from "#app/web/paper-response.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, actor, params }) =>
  paperResponse(
    await settlementPaper(await findStatement(db, actor, { as: "operator", code: params.code ?? "" })),
  ),
);
