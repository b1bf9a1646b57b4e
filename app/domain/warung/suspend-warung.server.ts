import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { moveWarung, takeWarung } from "./move-warung.server.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";
import { requireNoOpenOrders } from "./require-no-open-orders.server.ts";
import { tellKeeper } from "./tell-keeper.server.ts";
import { canSuspend, type WarungStatus } from "./warung-status.ts";

/**
 * An officer takes a warung out until further notice. Refused while it holds orders; offers it has not answered go on
 * to the next warung.
 * @throws NotFound, NotAllowed for another regency, BadInput while it holds orders, StaleRecord when it is not designated
 */
export async function suspendWarung(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { slug });
    requireOfficerOf(actor, warung.regency_code);
    const status = warung.status as WarungStatus;
    if (!canSuspend(status)) throw new StaleRecord("warung");
    await requireNoOpenOrders(tx, warung.id);
    await moveWarung(tx, warung, status as "ready", "suspended", {
      suspendedReason: reason,
      pauseReason: null,
    });
    await enqueue(tx, "withdraw-offers", { warungId: warung.id });
    await recordWarungAudit(tx, actor, "warung.suspend", warung, { reason });
    await tellKeeper(
      tx,
      warung,
      "Warung dibekukan",
      `${warung.name} dibekukan sementara oleh dinas. Alasan: ${reason}. Selama itu tidak ada pesanan baru. Hubungi petugas dinas untuk membukanya lagi.`,
    );
  });
}
