import type { Db } from "#db/client.server.ts";
import { now } from "../../lib/clock.ts";
import { BadInput, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { findReadiness } from "./find-readiness.server.ts";
import { moveWarung, takeWarung } from "./move-warung.server.ts";
import { isReady } from "./readiness.ts";

/**
 * The gate is passed and the owner opens: from now on orders are routed here. Opening twice is opening once.
 * @throws NotLoggedIn, NotAllowed, BadInput while a point is missing, StaleRecord when it is not designated
 */
export async function openForOrders(actor: Actor, db: Db): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { id: warungId });
    if (warung.status === "ready") return;
    if (warung.status !== "designated") throw new StaleRecord("warung");
    const { points } = await findReadiness(tx, warungId);
    const missing = points.filter((point) => !point.done).map((point) => point.label.toLowerCase());
    if (!isReady(points)) throw new BadInput({ kesiapan: `Belum lengkap: ${missing.join(", ")}.` });
    const at = now();
    await moveWarung(tx, warung, "designated", "ready", { readyAt: at, phoneConfirmedAt: at });
  });
}
