import { exportUmkm } from "#app/domain/imports/export-umkm.server.ts";
import { reading } from "#app/web/route.server.ts";
import { sheetResponse } from "#app/web/sheet-response.server.ts";

export const loader = reading(async ({ db, actor, url }) => {
  const regencyCode = url.searchParams.get("kabupaten") ?? undefined;
  return sheetResponse(await exportUmkm(actor, db, { type: "xlsx", regencyCode }));
});
