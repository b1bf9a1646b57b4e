import type { Db } from "#db/client.server.ts";
import { countSynonyms, upsertSynonym } from "#db/queries/searches.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announceAll, enqueue } from "../jobs/enqueue.server.ts";
import { previewSynonym } from "./preview-synonym.server.ts";
import { synonymWords } from "./synonym-words.ts";

/** More than a person can keep an eye on, and far below what slows a search. */
const MOST = 500;

/**
 * The province says what people mean by a word; the same word again takes the new meaning. Both search engines know it
 * within seconds.
 * @throws NotLoggedIn, NotAllowed, BadInput when the words are no words, or the meaning finds nothing
 */
export async function saveSynonym(
  actor: Actor,
  db: Db,
  input: { typed: string; meant: string },
): Promise<void> {
  asProvince(actor);
  const { typed, meant } = synonymWords(input);
  const { total } = await previewSynonym(db, meant);
  if (total === 0) throw new BadInput({ maksud: "Tidak ada barang yang ditemukan dengan kata ini." });
  await db.transaction().execute(async (tx) => {
    const before = await upsertSynonym(tx, { typed, meant });
    if (before === meant) return;
    if ((await countSynonyms(tx)) > MOST)
      throw new BadInput({ kata: `Padanan sudah ${MOST}. Hapus dulu yang lain.` });
    await recordAudit(tx, actor, {
      action: "synonym.save",
      thing: "synonym",
      key: typed,
      name: typed,
      regencyCode: null,
      detail: { ...(before !== undefined && { before }), after: meant },
    });
    await enqueue(tx, "index-synonyms", {}, { key: "index-synonyms" });
    // First the words, then the pages that show what they find.
    await announceAll(tx, ["synonyms", "catalogue"]);
  });
}
