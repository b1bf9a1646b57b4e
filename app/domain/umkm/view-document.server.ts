import type { Db } from "#db/client.server.ts";
import { lockAuditedSince } from "#db/queries/audit.ts";
import { findDocument } from "#db/queries/umkm-desk.ts";
import { now, startOfDayWib } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { readDocument } from "../media/store-document.server.ts";
import { DOCUMENT_KINDS } from "./document-kinds.ts";

/**
 * The photo of a paper for an officer of its regency, as WebP. Who looked is on record, once per paper, officer and day
 * (WIB).
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function viewDocument(
  actor: Actor,
  db: Db,
  { slug, documentId }: { slug: string; documentId: number },
): Promise<Buffer> {
  const { accountId } = asOfficer(actor);
  const found = await findDocument(db, slug, documentId);
  if (!found) throw new NotFound("dokumen");
  requireOfficerOf(actor, found.regency_code);
  const picture = await readDocument(found.file);
  const document = `${DOCUMENT_KINDS[found.kind] ?? found.kind} (no. ${documentId})`;
  await db.transaction().execute(async (tx) => {
    const action = "document.view";
    const since = startOfDayWib(now());
    if (await lockAuditedSince(tx, { accountId, action, thingKey: slug, document, since })) return;
    await recordAudit(tx, actor, {
      action,
      thing: "umkm",
      key: slug,
      name: found.name,
      regencyCode: found.regency_code,
      detail: { document },
    });
  });
  return picture;
}
