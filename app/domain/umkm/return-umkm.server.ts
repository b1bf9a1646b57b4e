import type { Db } from "#db/client.server.ts";
import { BadInput } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { pointLabels } from "./explain-umkm-event.ts";
import { moveUmkm } from "./move-umkm.server.ts";
import { recordDecision } from "./record-decision.server.ts";
import { takeUmkm } from "./take-umkm.server.ts";

/**
 * The officer sends an application back to its owner, with the points to mend and why; the owner is told both.
 * @param points keys of the check list, at least one
 * @throws NotFound, NotAllowed for another regency, StaleRecord when it no longer waits, BadInput without a point
 */
export async function returnUmkm(
  actor: Actor,
  db: Db,
  { slug, points, reason }: { slug: string; points: readonly string[]; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const umkm = await takeUmkm(tx, actor, slug);
    const labels = pointLabels(points);
    if (labels.length === 0 || labels.length < points.length)
      throw new BadInput({ butir: "Pilih paling sedikit satu hal yang perlu diperbaiki." });
    await moveUmkm(tx, umkm.id, "submitted", "returned", { returnedReason: reason, returnedPoints: points });
    await recordDecision(tx, actor, umkm, {
      kind: "returned",
      action: "umkm.return",
      from: "submitted",
      to: "returned",
      reason,
      points,
      subject: "Pengajuan perlu diperbaiki",
      body: `Pengajuan ${umkm.name} di Lapak Lampung perlu diperbaiki: ${labels.join(", ")}. Catatan petugas: ${reason} Perbaiki di menu Penjual, Pengajuan, lalu kirim lagi.`,
    });
  });
}
