import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { findHandOverList } from "#app/domain/reports/find-hand-over-list.server.ts";
import { handOverSheet } from "#app/domain/reports/goods-sheets.ts";
import { askedDay } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const asked = askedDay(url);
  const day = url.searchParams.has("hari") ? asked : null;
  const { warung } = await findHandOverList(db, actor, { day });
  return sheetResponse(csvOf(handOverSheet(warung, asked.date)));
});
