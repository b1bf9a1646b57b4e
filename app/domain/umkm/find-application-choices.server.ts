import type { Db } from "#db/client.server.ts";
import { listBanks, listKbli } from "#db/queries/umkm-draft.ts";

/** What an application's forms let one choose from: banks by name, business classes (KBLI) by code. */
export async function findApplicationChoices(db: Db) {
  const [banks, kbli] = await Promise.all([listBanks(db), listKbli(db)]);
  return { banks, kbli };
}
