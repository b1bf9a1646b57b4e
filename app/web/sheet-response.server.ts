import { Readable } from "node:stream";
import type { SheetFile } from "../domain/sheets/write-sheet.server.ts";

/** A spreadsheet to be saved: kept by nobody on the way, as it may hold NIK. */
export function sheetResponse({ name, mime, bytes }: SheetFile): Response {
  const plain = name.replace(/[^\w.-]+/g, "_");
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
