import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { findPackingList } from "#app/domain/reports/find-packing-list.server.ts";
import { packingSheet } from "#app/domain/reports/packing-sheet.ts";
import { askedPacking } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const { day, window, kind } = askedPacking(url);
  const { lines } = await findPackingList(db, actor, { day, window });
  return sheetResponse(csvOf(packingSheet(lines, kind, day)));
});
