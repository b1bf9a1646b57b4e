import type { Db, Tx } from "#db/client.server.ts";
import { findAccountByMobile } from "#db/queries/accounts.ts";
import { insertWarungMember, upsertWarungInvitation } from "#db/queries/warung-people.ts";
import type { LockedWarung } from "#db/queries/warung-status.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { BadInput, NotAllowed, StaleRecord } from "../../lib/errors.ts";
import { mobileText } from "../../lib/mobile.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { moveWarung, takeWarung } from "./move-warung.server.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";
import { tellKeeper } from "./tell-keeper.server.ts";

/** The keeper becomes the warung's operator: at once with an account, else when they register. @returns what to do next */
async function giveToKeeper(tx: Tx, warung: LockedWarung, actor: Actor): Promise<string> {
  const account = await findAccountByMobile(tx, warung.mobile);
  if (account) {
    await insertWarungMember(tx, account.id, warung.id, "owner");
    return "Masuk dengan nomor ini, buka Papan warung, lalu lengkapi kesiapan di bagian Toko.";
  }
  await upsertWarungInvitation(tx, {
    warungId: warung.id,
    mobile: warung.mobile,
    name: warung.keeper_name,
    position: "owner",
    invitedBy: actor.kind === "person" ? actor.accountId : null,
  });
  return `Daftar di Lapak Lampung dengan nomor ${mobileText(warung.mobile)} (halaman Daftar), lalu lengkapi kesiapan di Papan warung, bagian Toko.`;
}

/**
 * The province designates a nominated warung by a decree (its number, and its day in WIB): the keeper becomes the
 * operator, is told, and may prepare the shop. Orders come only after the readiness gate.
 * @throws NotLoggedIn, NotAllowed for a regency's officer, NotFound, BadInput for a day to come, StaleRecord when it is
 * not nominated, or lies with its regency again
 */
export async function designateWarung(
  actor: Actor,
  db: Db,
  { slug, decreeNumber, decreeDate }: { slug: string; decreeNumber: string; decreeDate: string },
): Promise<void> {
  if (officeRegency(actor) !== null) throw new NotAllowed();
  const at = now();
  if (decreeDate > dateWib(at))
    throw new BadInput({ tanggal_sk: "Tanggal SK tidak boleh di depan hari ini." });
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { slug });
    if (warung.returned_reason !== null) throw new StaleRecord("warung");
    await moveWarung(tx, warung, "nominated", "designated", { decreeNumber, decreeDate, designatedAt: at });
    const next = await giveToKeeper(tx, warung, actor);
    await recordWarungAudit(tx, actor, "warung.designate", warung, {
      decree: decreeNumber,
      tanggal: decreeDate,
    });
    await tellKeeper(
      tx,
      warung,
      "Warung Anda ditetapkan",
      `Selamat! ${warung.name} ditetapkan sebagai warung pesan-kirim dengan SK ${decreeNumber}. ${next}`,
    );
  });
}
