import { exportBankFile } from "#app/domain/settlement/export-bank-file.server.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, params }) =>
  sheetResponse(await exportBankFile(actor, db, { code: params.code ?? "" })),
);
