import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** Two imports of one kind write one after the other: each then sees which names and addresses are taken. */
export async function lockImport(tx: Tx, kind: "umkm" | "product" | "staple" | "warung"): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`import:${kind}`}))`.execute(tx);
}
