import type { Db } from "#db/client.server.ts";
import { lockWarungQris, updateWarungQris } from "#db/queries/qris.ts";
import { NotFound, StaleRecord } from "../../../lib/errors.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../../accounts/actor.ts";
import { announceWarung } from "../../warung/announce-warung.server.ts";
import { recordWarungAudit } from "../../warung/record-warung-audit.server.ts";
import { tellOfQrisChange } from "./tell-of-change.server.ts";

/**
 * An officer takes a warung's QRIS away, because it may be somebody else's: from now on nobody pays to it. Its owner may set one again.
 * @throws NotLoggedIn, NotAllowed for another regency, SecondFactorNeeded, NotFound, StaleRecord when it has none (any more)
 */
export async function stopWarungQris(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  const officer = asOfficer(actor);
  await db.transaction().execute(async (tx) => {
    const warung = await lockWarungQris(tx, { slug });
    if (!warung) throw new NotFound("warung");
    requireOfficerOf(actor, warung.regency_code);
    if (warung.qris_payload === null) throw new StaleRecord("warung");
    const id = await updateWarungQris(tx, warung.id, null, officer.accountId);
    await recordWarungAudit(tx, actor, "warung.stop-qris", warung, { before: warung.qris_name, reason });
    await tellOfQrisChange(tx, warung, { id, qris: null, by: `${officer.name}, ${officer.office}` });
    await announceWarung(tx, warung.id);
  });
}
