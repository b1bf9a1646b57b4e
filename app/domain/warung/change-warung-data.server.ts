import type { Db } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { findVillageByCode } from "#db/queries/regions.ts";
import { findNamesake, updateWarungData, type WarungData } from "#db/queries/warung-nomination.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";
import { takeWarung } from "./move-warung.server.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";

/**
 * An officer puts a warung's data right. A nomination that was sent back goes to the province again.
 * @throws NotFound, NotAllowed for another regency, BadInput for a village beyond its regency or a name taken there
 */
export async function changeWarungData(
  actor: Actor,
  db: Db,
  { slug, data }: { slug: string; data: WarungData },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockImport(tx, "warung");
    const warung = await takeWarung(tx, { slug });
    requireOfficerOf(actor, warung.regency_code);
    const village = await findVillageByCode(tx, data.villageCode);
    if (village?.regency_code !== warung.regency_code) {
      throw new BadInput({ desa: "Pilih desa di kabupaten atau kota warung ini." });
    }
    const namesake = await findNamesake(tx, data.villageCode, data.name);
    if (namesake && namesake.id !== warung.id) {
      throw new BadInput({ nama: `Warung bernama ini sudah terdaftar di ${village.name}.` });
    }
    await updateWarungData(tx, warung.id, data);
    await recordWarungAudit(
      tx,
      actor,
      "warung.change",
      { ...warung, name: data.name },
      { reason: data.reason },
    );
    await announceWarung(tx, warung.id);
  });
}
