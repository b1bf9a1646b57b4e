import { randomInt } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import { insertMembership } from "#db/queries/accounts.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { insertDraftUmkm, lockAccountForStart } from "#db/queries/umkm-draft.ts";
import { listTakenUmkmSlugs } from "#db/queries/umkm-import.ts";
import { BadInput } from "../../lib/errors.ts";
import { slugCandidates, takeFreeSlug } from "../../lib/free-slug.ts";
import { type Actor, asPerson } from "../accounts/actor.ts";
import { findVillage, type Village } from "../regions/find-village.server.ts";
import { recordUmkmEvent } from "./record-umkm-event.server.ts";
import type { UmkmKind } from "./umkm-kinds.ts";

/** An address that no business has, the nicest first. */
export async function freeUmkmSlug(tx: Tx, name: string, district: string): Promise<string> {
  await lockImport(tx, "umkm");
  const candidates = slugCandidates(name, district, randomInt(100_000, 1_000_000));
  return takeFreeSlug(candidates, new Set(await listTakenUmkmSlugs(tx, candidates)));
}

/** The village with this code. @throws BadInput when Lampung has none */
export async function villageOf(db: Db, code: string): Promise<Village> {
  const village = await findVillage(db, code);
  if (!village) throw new BadInput({ desa: "Desa ini tidak ada dalam daftar Lampung. Cari lagi namanya." });
  return village;
}

/**
 * A person begins to sell: a draft of their business, which only they see. Who has one already goes on with it.
 * @throws NotLoggedIn, BadInput for a village that is none
 */
export async function startApplication(
  actor: Actor,
  db: Db,
  { kind, name, villageCode }: { kind: UmkmKind; name: string; villageCode: string },
): Promise<void> {
  const person = asPerson(actor);
  const village = await villageOf(db, villageCode);
  await db.transaction().execute(async (tx) => {
    const { hasBusiness } = await lockAccountForStart(tx, person.accountId);
    if (hasBusiness) return;
    const umkmId = await insertDraftUmkm(tx, {
      slug: await freeUmkmSlug(tx, name, village.district),
      kind,
      name,
      mobile: person.mobile,
      owner_name: person.name,
      village_code: village.code,
      district_code: village.districtCode,
      regency_code: village.regencyCode,
    });
    await insertMembership(tx, person.accountId, { role: "seller", umkmId });
    await recordUmkmEvent(tx, umkmId, "started", { actor, as: "seller" });
  });
}
