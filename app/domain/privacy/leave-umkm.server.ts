import type { Tx } from "#db/client.server.ts";
import { eraseDraft, type LeftUmkm, listOfficersFor } from "#db/queries/privacy.ts";
import { system } from "../accounts/actor.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { moveUmkm } from "../umkm/move-umkm.server.ts";
import { recordUmkmEvent } from "../umkm/record-umkm-event.server.ts";
import { refreshShopOf } from "../umkm/take-umkm.server.ts";

const REASON = "Tidak ada lagi yang mengurus usaha ini: akun terakhirnya dihapus oleh pemiliknya.";

/**
 * The last one who acted for a business leaves: a verified one is suspended and its officers are told, a draft that
 * no office has seen is emptied.
 * @returns files of papers to be removed once the transaction is over
 */
export async function leaveUmkm(tx: Tx, umkm: LeftUmkm): Promise<string[]> {
  if (umkm.status === "draft") return eraseDraft(tx, umkm.id);
  if (umkm.status !== "verified") return [];
  await moveUmkm(tx, umkm.id, "verified", "suspended", { suspendedReason: REASON });
  const who = { actor: system("Lapak Lampung"), as: "system" } as const;
  await recordUmkmEvent(tx, umkm.id, "suspended", who, { reason: REASON });
  await refreshShopOf(tx, umkm.id);
  for (const officer of await listOfficersFor(tx, umkm.regency_code)) {
    await sendMessage(tx, {
      key: `umkm-left:${umkm.id}:${officer.id}`,
      kind: "umkm-suspended",
      subject: "Usaha tanpa pengurus",
      to: officer,
      body: `${umkm.name} dibekukan. ${REASON}`,
      canWait: true,
      regencyCode: umkm.regency_code,
    });
  }
  return [];
}
