import type { Db } from "#db/client.server.ts";
import { updateUmkm } from "#db/queries/umkm-draft.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { villageOf } from "./start-application.server.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/** Step "tempat" of an application. @throws NotLoggedIn, NotAllowed, StaleRecord, BadInput for a village that is none */
export async function savePlace(
  actor: Actor,
  db: Db,
  given: {
    readonly villageCode: string;
    readonly address: string;
    /** three digits */
    readonly rt: string | null;
    readonly rw: string | null;
  },
): Promise<void> {
  const { umkm } = asSeller(actor);
  const village = await villageOf(db, given.villageCode);
  await db.transaction().execute(async (tx) => {
    await takeOwnApplication(tx, umkm.umkmId);
    await updateUmkm(tx, umkm.umkmId, {
      village_code: village.code,
      district_code: village.districtCode,
      regency_code: village.regencyCode,
      address: given.address,
      rt: given.rt,
      rw: given.rw,
    });
  });
}
