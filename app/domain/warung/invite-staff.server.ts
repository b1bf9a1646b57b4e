import type { Db } from "#db/client.server.ts";
import { findAccountByMobile } from "#db/queries/accounts.ts";
import { countWarungPeople, insertWarungMember, upsertWarungInvitation } from "#db/queries/warung-people.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { takeWarung } from "./move-warung.server.ts";

const MOST_PEOPLE = 20;
const INVITATIONS_PER_HOUR = 40;

/**
 * The owner lets somebody work orders: at once when their number (E.164) has an account, else as soon as they register
 * with it. Either way they are told.
 * @throws NotLoggedIn, NotAllowed, BadInput when they work here already or there are too many, TooManyTries
 */
export async function inviteStaff(
  actor: Actor,
  db: Db,
  { name, mobile }: { name: string; mobile: string },
): Promise<void> {
  const owner = asWarungOwner(actor);
  const { warungId } = owner.warung;
  // each one is a message to a number of their choice
  await limitTries(db, {
    what: "warung:undangan",
    by: String(warungId),
    most: INVITATIONS_PER_HOUR,
    minutes: 60,
  });
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { id: warungId });
    if ((await countWarungPeople(tx, warungId)) >= MOST_PEOPLE) {
      throw new BadInput({ no_hp: `Paling banyak ${MOST_PEOPLE} orang per warung.` });
    }
    const account = await findAccountByMobile(tx, mobile);
    if (account && !(await insertWarungMember(tx, account.id, warungId, "staff"))) {
      throw new BadInput({ no_hp: "Orang ini sudah bekerja di warung Anda." });
    }
    if (!account) {
      await upsertWarungInvitation(tx, {
        warungId,
        mobile,
        name,
        position: "staff",
        invitedBy: owner.accountId,
      });
    }
    await sendMessage(tx, {
      // one in a minute, however often the form is sent
      key: `warung-staff:${warungId}:${mobile}:${Math.floor(now().getTime() / 60_000)}`,
      kind: "warung",
      subject: "Undangan bekerja di warung",
      to: { name, mobile },
      body: `${owner.name} mengajak Anda mengurus pesanan ${warung.name} di Lapak Lampung. ${
        account
          ? "Masuk dengan nomor ini, lalu buka Papan warung."
          : "Daftar dulu di Lapak Lampung dengan nomor ini."
      } Bukan kenalan Anda? Abaikan pesan ini.`,
      regencyCode: warung.regency_code,
    });
  });
}
