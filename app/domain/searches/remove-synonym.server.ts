import type { Db } from "#db/client.server.ts";
import { deleteSynonym } from "#db/queries/searches.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announceAll, enqueue } from "../jobs/enqueue.server.ts";

/** The province takes a word out again; one that is not there stays so. @throws NotLoggedIn, NotAllowed */
export async function removeSynonym(actor: Actor, db: Db, { typed }: { typed: string }): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const before = await deleteSynonym(tx, typed);
    if (before === undefined) return;
    await recordAudit(tx, actor, {
      action: "synonym.remove",
      thing: "synonym",
      key: typed,
      name: typed,
      regencyCode: null,
      detail: { before },
    });
    await enqueue(tx, "index-synonyms", {}, { key: "index-synonyms" });
    await announceAll(tx, ["synonyms", "catalogue"]);
  });
}
