import type { Db } from "#db/client.server.ts";
import { markSpotChecked } from "#db/queries/umkm-desk.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { recordUmkmEvent } from "./record-umkm-event.server.ts";
import { takeUmkm } from "./take-umkm.server.ts";

/**
 * The province has looked at a verified business once more and found it in order.
 * @throws NotAllowed for an officer of a regency, NotFound, StaleRecord when it was checked already or is not verified
 */
export async function spotCheckUmkm(actor: Actor, db: Db, { slug }: { slug: string }): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const umkm = await takeUmkm(tx, actor, slug);
    if (!(await markSpotChecked(tx, umkm.id))) throw new StaleRecord("umkm");
    await recordUmkmEvent(tx, umkm.id, "spot_checked", { actor, as: "officer" });
    await recordAudit(tx, actor, {
      action: "umkm.spot-check",
      thing: "umkm",
      key: umkm.slug,
      name: umkm.name,
      regencyCode: umkm.regency_code,
    });
  });
}
