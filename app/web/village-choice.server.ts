import type { Db } from "#db/client.server.ts";
import { findVillage } from "../domain/regions/find-village.server.ts";
import { searchVillages, type VillageChoice } from "../domain/regions/search-villages.server.ts";
import type { Problem } from "./reply.server.ts";

const ASK = "Isi nama desa atau kelurahan.";
const CHOOSE = "Pilih desa yang benar dari daftar di bawah.";
const NONE = "Tidak ada desa yang mirip di Lampung. Coba sebagian namanya saja.";

/** The form comes back with the villages to choose from. */
export type VillageQuestion = Problem & { readonly found: readonly VillageChoice[] };

/** What the form was filled with, to show it again. */
function typed(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}

/**
 * Reads the fields of a `<VillageChoice>`. A name that was typed is looked up; until one of those found is chosen, the
 * form asks back.
 */
export async function readVillage(db: Db, form: FormData): Promise<{ code: string } | VillageQuestion> {
  const name = String(form.get("cari_desa") ?? "").trim();
  const chosen = String(form.get("desa") ?? "");
  const ask = (message: string, found: readonly VillageChoice[] = []): VillageQuestion => ({
    problem: { message, fields: { desa: message }, values: typed(form) },
    found,
  });
  if (!name) return chosen ? { code: chosen } : ask(ASK);
  const found = await searchVillages(db, name);
  if (found.some(({ code }) => code === chosen)) return { code: chosen };
  if (found.length === 0) {
    // a village on record stays chosen while another one is looked for
    return (await findVillage(db, chosen))
      ? ask(`${NONE} Kosongkan untuk memakai desa yang dipilih.`)
      : ask(NONE);
  }
  return ask(CHOOSE, found);
}
