import type { Db } from "#db/client.server.ts";
import { replaceServiceVillages } from "#db/queries/warung-import.ts";
import { findAreaVillages, findWarungSettings } from "#db/queries/warung-settings.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";
import { distanceTo } from "./distance-to.ts";

/**
 * The owner says which villages of their regency (and those beyond that were served before) they bring orders to.
 * `wholeDistrict` adds all villages of one district.
 * @throws NotLoggedIn, NotAllowed, BadInput when none is left
 */
export async function setServiceVillages(
  actor: Actor,
  db: Db,
  { codes, wholeDistrict }: { codes: readonly string[]; wholeDistrict?: string },
): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  const wanted = new Set(codes);
  await db.transaction().execute(async (tx) => {
    const warung = await findWarungSettings(tx, warungId);
    if (!warung) throw new NotFound("warung");
    const villages = await findAreaVillages(tx, warungId, warung.regency_code);
    const served = villages.filter(
      (village) => wanted.has(village.code) || village.district_code === wholeDistrict,
    );
    if (served.length === 0) throw new BadInput({ desa: "Pilih sedikitnya satu desa." });
    await replaceServiceVillages(
      tx,
      [warungId],
      served.map((village) => ({
        warung_id: warungId,
        village_code: village.code,
        distance_m: distanceTo(warung, village),
      })),
    );
    await announceWarung(tx, warungId);
  });
}
