import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { findHeldDays } from "#app/domain/reports/find-held-days.server.ts";
import { heldDaysSheet } from "#app/domain/reports/held-sheets.ts";
import { askedMonth } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const month = askedMonth(url);
  return sheetResponse(csvOf(heldDaysSheet(await findHeldDays(db, actor, { month }), month.month)));
});
