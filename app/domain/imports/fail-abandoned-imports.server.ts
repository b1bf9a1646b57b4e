import type { Db } from "#db/client.server.ts";
import { listAbandonedRuns, moveRun } from "#db/queries/imports.ts";
import { log } from "../../lib/log.server.ts";
import { announce } from "../jobs/enqueue.server.ts";

const FAILURE = {
  reading:
    "Pemeriksaan berkas ini terhenti berkali-kali karena gangguan di sistem kami. Belum ada yang ditulis. Coba lagi sebentar lagi.",
  writing:
    "Penulisan berkas ini terhenti berkali-kali karena gangguan di sistem kami. Yang sudah ditulis tetap ada; coba lagi untuk memeriksa dan menulis sisanya.",
} as const;

/**
 * Ends the imports that nobody goes on with: their job failed, or took its worker down, at its last try. The officer
 * reads so, and may start it once more (`retryImport`).
 */
export async function failAbandonedImports(db: Db): Promise<void> {
  for (const { id, status } of await listAbandonedRuns(db)) {
    await db.transaction().execute(async (tx) => {
      if (!(await moveRun(tx, id, [status], "failed", { failure: FAILURE[status], mayRetry: true }))) return;
      await announce(tx, `import:${id}`);
      log.error({ runId: id, status }, "import given up");
    });
  }
}
