import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { sortShops } from "#app/domain/reports/fair-share.ts";
import { findFairShare } from "#app/domain/reports/find-fair-share.server.ts";
import { shareSheet } from "#app/domain/reports/share-sheet.ts";
import { askedShare } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const { month, by, rising, regencyCode } = askedShare(url);
  const found = await findFairShare(db, actor, { regencyCode, month });
  const shops = sortShops(found.shops, by, rising);
  return sheetResponse(csvOf(shareSheet(shops, found, { month: month.month, regency: found.regency.code })));
});
