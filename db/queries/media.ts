import type { Db } from "../client.server.ts";

/** Adds a picture, or finds the one with the same hash. @returns its id */
export async function upsertMedia(
  db: Db,
  picture: { readonly hash: string; readonly widths: readonly number[]; readonly ground: string },
): Promise<number> {
  const row = await db
    .insertInto("media")
    .values({ hash: picture.hash, widths: [...picture.widths], ground: picture.ground })
    .onConflict((conflict) => conflict.column("hash").doUpdateSet({ ground: picture.ground }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
