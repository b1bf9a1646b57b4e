import type { Db, Tx } from "../client.server.ts";

export type HolidayRow = {
  /** `2026-12-25` */
  readonly day: string;
  readonly name: string;
  readonly kind: string;
};

/** Holidays from one day to another (WIB, both included), in order. */
export async function listHolidays(
  db: Db | Tx,
  { from, until }: { from: string; until: string },
): Promise<HolidayRow[]> {
  return db
    .selectFrom("public_holiday")
    .select(["day", "name", "kind"])
    .where("day", ">=", from)
    .where("day", "<=", until)
    .orderBy("day")
    .execute();
}

/** @returns the holiday as it was before, if the day was one */
export async function upsertHoliday(
  tx: Tx,
  { day, name, kind }: HolidayRow,
): Promise<{ name: string } | undefined> {
  const before = await tx
    .selectFrom("public_holiday")
    .select("name")
    .where("day", "=", day)
    .forUpdate()
    .executeTakeFirst();
  await tx
    .insertInto("public_holiday")
    .values({ day, name, kind })
    .onConflict((found) => found.column("day").doUpdateSet({ name, kind }))
    .execute();
  return before;
}

/** @returns the name of the day that is none any more, if it was one */
export async function deleteHoliday(tx: Tx, day: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom("public_holiday")
    .where("day", "=", day)
    .returning("name")
    .executeTakeFirst();
  return row?.name;
}
