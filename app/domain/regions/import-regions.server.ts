import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Db } from "#db/client.server.ts";
import { upsertDistricts, upsertRegencies, upsertVillages } from "#db/queries/region-import.ts";
import { slugify } from "../../lib/slug.ts";

const FOLDER = path.join(import.meta.dirname, "../../../db/seed/regions");

async function readCsv(folder: string, name: string): Promise<Record<string, string>[]> {
  return parse(await readFile(path.join(folder, name)), { columns: true });
}

/**
 * Brings regencies, districts and villages to what the three CSV files say. They are the floor that everything stands
 * on, so this asks for no permission; running it again changes nothing.
 * @returns how many villages there are
 */
export async function importRegions(db: Db, folder = FOLDER): Promise<number> {
  const [regencies, districts, villages] = await Promise.all(
    ["regencies.csv", "districts.csv", "villages.csv"].map((name) => readCsv(folder, name)),
  );
  const regencyName = new Map(regencies!.map((row) => [row.code!, row.name!]));
  const districtOf = new Map(districts!.map((row) => [row.code!, row]));
  await db.transaction().execute(async (tx) => {
    await upsertRegencies(
      tx,
      regencies!.map((row) => ({ ...row, slug: slugify(row.name!) })),
    );
    await upsertDistricts(tx, districts!);
    await upsertVillages(
      tx,
      villages!.map((row) => {
        const district = districtOf.get(row.district_code!)!;
        const names = [row.name!, district.name!, regencyName.get(district.regency_code!)!];
        return { ...row, regency_code: district.regency_code!, search_text: names.join(" ").toLowerCase() };
      }),
    );
  });
  return villages!.length;
}
