import type { Db } from "#db/client.server.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { moveWarung, takeWarung } from "./move-warung.server.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";
import { tellKeeper } from "./tell-keeper.server.ts";

/**
 * The officer has spoken with a paused or suspended warung: it is back where its gate stands, ready when it had passed.
 * One that is neither stays as it is.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function resumeWarung(actor: Actor, db: Db, { slug }: { slug: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { slug });
    requireOfficerOf(actor, warung.regency_code);
    if (warung.status === "paused") {
      await moveWarung(tx, warung, "paused", "ready", { pauseReason: null, pausedUntil: null });
    } else if (warung.status === "suspended") {
      const to = warung.ready_at === null ? "designated" : "ready";
      await moveWarung(tx, warung, "suspended", to, { suspendedReason: null, pausedUntil: null });
    } else return;
    await recordWarungAudit(tx, actor, "warung.resume", warung);
    await tellKeeper(
      tx,
      warung,
      "Warung aktif lagi",
      warung.ready_at === null
        ? `${warung.name} tidak lagi dibekukan. Lengkapi kesiapan di Papan warung, bagian Toko.`
        : `${warung.name} aktif lagi dan menerima pesanan baru. Pastikan jam buka dan sembako Anda benar.`,
    );
  });
}
