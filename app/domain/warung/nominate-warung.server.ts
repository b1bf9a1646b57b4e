import type { Db } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { findVillageByCode } from "#db/queries/regions.ts";
import { listTakenWarungSlugs } from "#db/queries/warung-import.ts";
import { findNamesake, insertNomination, type WarungData } from "#db/queries/warung-nomination.ts";
import { BadInput } from "../../lib/errors.ts";
import { slugCandidates, takeFreeSlug } from "../../lib/free-slug.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordWarungAudit } from "./record-warung-audit.server.ts";
import { tellKeeper } from "./tell-keeper.server.ts";

/**
 * A regency's office nominates a warung: it waits for the province's decree, and its keeper is told.
 * @returns its slug
 * @throws NotLoggedIn, NotAllowed for another regency, BadInput for an unknown village or a name taken there
 */
export async function nominateWarung(actor: Actor, db: Db, data: WarungData): Promise<string> {
  requireOfficerOf(actor, data.villageCode.slice(0, 5));
  return db.transaction().execute(async (tx) => {
    // imports and other nominations look for free names, too
    await lockImport(tx, "warung");
    const village = await findVillageByCode(tx, data.villageCode);
    if (!village) throw new BadInput({ desa: "Pilih desa atau kelurahannya." });
    if (await findNamesake(tx, data.villageCode, data.name)) {
      throw new BadInput({ nama: `Warung bernama ini sudah terdaftar di ${village.name}.` });
    }
    const candidates = slugCandidates(data.name, `${village.name} ${village.district}`, village.code);
    const slug = takeFreeSlug(candidates, new Set(await listTakenWarungSlugs(tx, candidates)));
    const id = await insertNomination(tx, slug, data);
    const warung = {
      id,
      slug,
      name: data.name,
      keeper_name: data.keeperName,
      mobile: data.mobile,
      regency_code: village.regency_code,
    };
    await recordWarungAudit(tx, actor, "warung.nominate", warung, { reason: data.reason });
    await tellKeeper(
      tx,
      warung,
      "Warung Anda diusulkan",
      `${data.name} diusulkan dinas menjadi warung pesan-kirim Lapak Lampung. Kami kabari bila provinsi sudah menetapkan. Bukan Anda pemiliknya? Hubungi dinas koperasi dan UMKM di daerah Anda.`,
    );
    return slug;
  });
}
