import type { Db } from "#db/client.server.ts";
import { findAccountByMobile } from "#db/queries/accounts.ts";
import { insertOfficer, upsertOfficerInvitation } from "#db/queries/officers.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { listRegencies } from "../regions/list-regencies.server.ts";

/**
 * The province lets somebody work for an office: at once when their number (E.164) has an account, else as soon as
 * they register with it. Either way they are told, and need a second factor before they see anything.
 * @param regencyCode null: the province
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, BadInput when they work there already
 */
export async function inviteOfficer(
  actor: Actor,
  db: Db,
  { name, mobile, regencyCode }: { name: string; mobile: string; regencyCode: string | null },
): Promise<void> {
  const province = asProvince(actor);
  const regency = (await listRegencies(db)).find(({ code }) => code === regencyCode);
  if (regencyCode !== null && !regency) throw new BadInput({ wilayah: "Pilih wilayahnya dari daftar." });
  const office = regency?.name ?? "Provinsi Lampung";
  await db.transaction().execute(async (tx) => {
    const account = await findAccountByMobile(tx, mobile);
    if (account && !(await insertOfficer(tx, account.id, regencyCode))) {
      throw new BadInput({ no_hp: `Nomor ini sudah petugas ${office}.` });
    }
    if (!account) {
      await upsertOfficerInvitation(tx, { mobile, name, regencyCode, invitedBy: province.accountId });
    }
    await recordAudit(tx, actor, {
      action: "officer.invite",
      thing: "officer",
      key: String(account?.id ?? "undangan"),
      name: account?.name ?? name,
      regencyCode,
      detail: { after: office },
    });
    await sendMessage(tx, {
      // one in a minute, however often the form is sent
      key: `officer-invited:${mobile}:${regencyCode ?? "18"}:${Math.floor(now().getTime() / 60_000)}`,
      kind: "petugas",
      subject: "Undangan petugas",
      to: { name, mobile },
      body: `${province.name} mengundang Anda sebagai petugas ${office} di Lapak Lampung. ${
        account ? "Masuk dengan nomor ini" : "Daftar dulu dengan nomor ini"
      }, lalu siapkan aplikasi autentikator: petugas selalu masuk dengan dua langkah.`,
      regencyCode,
    });
  });
}
