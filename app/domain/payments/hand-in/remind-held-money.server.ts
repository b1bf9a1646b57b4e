import type { Db } from "#db/client.server.ts";
import { findHeldRows } from "#db/queries/held-money.ts";
import { listOfficersFor } from "#db/queries/privacy.ts";
import { dateText, dateWib, now } from "../../../lib/clock.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { sendMessage } from "../../notifications/send-message.server.ts";
import { type HeldMoney, markLate } from "./find-held-money.server.ts";

const MOST_NAMED = 5;

const leftOf = ({ due, on_the_way }: HeldMoney) => due - on_the_way;

function toKeeper(held: HeldMoney): string {
  const since = held.since ? ` sejak ${dateText(held.since)}` : "";
  return held.late === "amount"
    ? `${held.warung} memegang ${rupiah(leftOf(held))} milik penjual dan program, lebih dari batasnya. Setorkan hari ini; caranya di Papan warung, bagian Uang.`
    : `${held.warung} memegang ${rupiah(leftOf(held))} milik penjual dan program${since}. Setorkan hari ini; caranya di Papan warung, bagian Uang.`;
}

function toOfficer(late: readonly HeldMoney[]): string {
  const named = late.slice(0, MOST_NAMED).map((held) => `${held.warung} ${rupiah(leftOf(held))}`);
  const more = late.length > MOST_NAMED ? ` dan ${late.length - MOST_NAMED} lainnya` : "";
  return `${late.length} warung belum menyetor sampai batasnya: ${named.join(", ")}${more}. Rinciannya di Meja petugas, bagian Uang.`;
}

/**
 * Reminds warung whose money is held too long, and tells the officers of their regencies: once a day each, however often it runs.
 */
export async function remindHeldMoney(db: Db): Promise<void> {
  const late = (await markLate(db, await findHeldRows(db, { regencyCode: null }))).filter(
    (held) => held.late,
  );
  if (late.length === 0) return;
  const today = dateWib(now());
  const regencies = [...new Set(late.map(({ regency_code }) => regency_code))];
  await db.transaction().execute(async (tx) => {
    for (const regencyCode of regencies) {
      const warung = late.filter(({ regency_code }) => regency_code === regencyCode);
      for (const held of warung) {
        await sendMessage(tx, {
          key: `held-money:${held.warung_id}:${today}`,
          kind: "uang",
          subject: "Uang yang harus disetor",
          to: { name: held.keeper_name, mobile: held.mobile },
          body: toKeeper(held),
          canWait: true,
          regencyCode,
        });
      }
      for (const officer of await listOfficersFor(tx, regencyCode)) {
        await sendMessage(tx, {
          key: `held-money:${regencyCode}:${today}:${officer.id}`,
          kind: "uang",
          subject: "Warung yang belum menyetor",
          to: officer,
          body: toOfficer(warung),
          canWait: true,
          regencyCode,
        });
      }
    }
  });
}
