import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { findComingGoods } from "#app/domain/reports/find-coming-goods.server.ts";
import { comingSheet } from "#app/domain/reports/goods-sheets.ts";
import { askedDay } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const day = askedDay(url);
  const { sellers } = await findComingGoods(db, actor, { day });
  return sheetResponse(csvOf(comingSheet(sellers, day.date)));
});
