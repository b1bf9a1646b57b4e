import { findOfficeMoney } from "#app/domain/payments/hand-in/find-held-money.server.ts";
import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { heldSheet } from "#app/domain/reports/held-sheets.ts";
import { dateWib, now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor }) =>
  sheetResponse(csvOf(heldSheet((await findOfficeMoney(db, actor)).held, dateWib(now())))),
);
