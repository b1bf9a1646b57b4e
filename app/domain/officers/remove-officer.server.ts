import type { Db } from "#db/client.server.ts";
import { deleteOfficer, lockProvinceOfficers } from "#db/queries/officers.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { BadInput, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * The province takes an officer's access, or an open invitation, away. The officer is logged out everywhere.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, BadInput for the last one of the province, StaleRecord when it
 * is gone already
 */
export async function removeOfficer(
  actor: Actor,
  db: Db,
  which: { readonly membershipId: number } | { readonly invitationId: number },
): Promise<void> {
  const { accountId } = asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const province = await lockProvinceOfficers(tx);
    const isLast = "membershipId" in which && province.every(({ id }) => id === which.membershipId);
    if (isLast) throw new BadInput({ petugas: "Petugas provinsi terakhir tidak dapat dicabut." });
    const removed = await deleteOfficer(tx, which);
    if (!removed) throw new StaleRecord("akun");
    if (removed.account_id !== null && removed.account_id !== accountId) {
      await deleteSessionsOf(tx, removed.account_id);
    }
    await recordAudit(tx, actor, {
      action: "officer.remove",
      thing: "officer",
      key: String(removed.account_id ?? "undangan"),
      name: removed.name,
      regencyCode: removed.regency_code,
    });
  });
}
