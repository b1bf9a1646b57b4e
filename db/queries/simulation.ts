import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Every village with its people. There is no census of villages here: a regency's are spread evenly over its villages. */
export async function findVillageWeights(db: Db): Promise<{ code: string; weight: number }[]> {
  const { rows } = await sql<{ code: string; weight: number }>`
    select v.code, r.population::float / count(*) over (partition by v.regency_code) as weight
      from village v join regency r on r.code = v.regency_code order by v.code`.execute(db);
  return rows;
}

export type ShelfRow = {
  readonly warung_id: number;
  readonly staple_id: number;
  readonly availability: "ada" | "sedikit" | "habis";
};

/** What every warung's shelf says of every staple. */
export async function findShelves(db: Db): Promise<ShelfRow[]> {
  const { rows } = await sql<ShelfRow>`select warung_id, staple_id, availability from warung_staple`.execute(
    db,
  );
  return rows;
}
