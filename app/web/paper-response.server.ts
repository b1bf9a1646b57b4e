import type { Paper } from "../domain/paper/write-paper.server.ts";

/** A PDF to be looked at or saved: kept by nobody on the way, as it may hold names. */
export function paperResponse({ name, bytes }: Paper): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${name.replace(/[^\w.-]+/g, "_")}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
