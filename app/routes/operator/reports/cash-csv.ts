import { cashSheet } from "#app/domain/reports/cash-sheet.ts";
import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { findDayCash } from "#app/domain/reports/find-day-cash.server.ts";
import { askedDay } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const day = askedDay(url);
  return sheetResponse(csvOf(cashSheet(await findDayCash(db, actor, { day }), day)));
});
