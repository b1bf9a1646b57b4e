import type { Db } from "#db/client.server.ts";
import { findApplicationRow } from "#db/queries/umkm-application.ts";
import { listKbli, updateUmkm } from "#db/queries/umkm-draft.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { freeUmkmSlug } from "./start-application.server.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";
import type { UmkmKind } from "./umkm-kinds.ts";

/**
 * Step "usaha" of an application: what the business is. A draft's address follows its name.
 * @throws NotLoggedIn, NotAllowed, StaleRecord when it was sent meanwhile, BadInput for a KBLI that is not on the list
 */
export async function saveBusiness(
  actor: Actor,
  db: Db,
  given: {
    readonly kind: UmkmKind;
    readonly name: string;
    /** E.164 */
    readonly mobile: string;
    readonly category: string | null;
    readonly kbli: string | null;
    readonly about: string;
  },
): Promise<void> {
  const { umkm } = asSeller(actor);
  const listed = (await listKbli(db)).find(({ code }) => code === given.kbli);
  if (given.kbli !== null && !listed) throw new BadInput({ kbli: "Pilih KBLI dari daftar." });
  await db.transaction().execute(async (tx) => {
    const { status, name } = await takeOwnApplication(tx, umkm.umkmId);
    const moved = status === "draft" && name !== given.name;
    const row = moved ? await findApplicationRow(tx, { id: umkm.umkmId }) : undefined;
    await updateUmkm(tx, umkm.umkmId, {
      ...(row && { slug: await freeUmkmSlug(tx, given.name, row.district) }),
      kind: given.kind,
      name: given.name,
      mobile: given.mobile,
      category_slug: given.category,
      kbli: given.kbli,
      kbli_edition: listed?.edition ?? null,
      about: given.about,
    });
  });
}
