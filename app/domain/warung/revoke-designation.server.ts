import type { Db } from "#db/client.server.ts";
import { NotAllowed, StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { moveWarung, takeWarung } from "./move-warung.server.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";
import { requireNoOpenOrders } from "./require-no-open-orders.server.ts";
import { tellKeeper } from "./tell-keeper.server.ts";
import { canRevoke, type WarungStatus } from "./warung-status.ts";

/**
 * The province takes a designation back: the warung is a nomination again, lies with its regency, and would have to pass
 * the gate anew. Refused while it holds orders; offers it has not answered go on to the next warung.
 * @throws NotLoggedIn, NotAllowed for a regency's officer, NotFound, BadInput, StaleRecord when it is not designated
 */
export async function revokeDesignation(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  if (officeRegency(actor) !== null) throw new NotAllowed();
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { slug });
    const status = warung.status as WarungStatus;
    if (!canRevoke(status)) throw new StaleRecord("warung");
    await requireNoOpenOrders(tx, warung.id);
    await moveWarung(tx, warung, status as "designated", "nominated", {
      decreeNumber: null,
      decreeDate: null,
      designatedAt: null,
      readyAt: null,
      suspendedReason: null,
      pauseReason: null,
      pausedUntil: null,
      returnedReason: `Penetapan dicabut: ${reason}`.slice(0, 500),
    });
    await enqueue(tx, "withdraw-offers", { warungId: warung.id });
    await recordWarungAudit(tx, actor, "warung.revoke", warung, { reason });
    await tellKeeper(
      tx,
      warung,
      "Penetapan warung dicabut",
      `Penetapan ${warung.name} sebagai warung pesan-kirim dicabut. Alasan: ${reason}. Tidak ada pesanan baru untuk Anda. Pertanyaan? Hubungi dinas koperasi dan UMKM di daerah Anda.`,
    );
  });
}
