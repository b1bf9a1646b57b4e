import { randomInt } from "node:crypto";
import { sql } from "kysely";
import { fingerprint } from "#app/lib/secret.server.ts";
import { seal } from "#app/lib/secret-box.server.ts";
import type { Db } from "#db/client.server.ts";
import { KEDATON } from "./market.ts";

export type TestUmkm = { readonly id: number; readonly slug: string };

export const TEST_NIK = "1871014507850003";

let running = 0;

/** A business as its owner sent it, in Kedaton unless another village is named. `nik` is sealed as the app does. */
export async function anApplication(
  db: Db,
  {
    name = "Keripik Uji",
    status = "submitted",
    village = KEDATON,
    mobile = `+62812750${String(randomInt(100_000, 999_999))}`,
    nik,
    sentAt = new Date(),
  }: { name?: string; status?: string; village?: string; mobile?: string; nik?: string; sentAt?: Date } = {},
): Promise<TestUmkm> {
  const slug = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-u${++running}`;
  const { rows } = await sql<{ id: number }>`
    insert into umkm (slug, kind, name, status, nib, owner_name, nik_sealed, nik_fingerprint, mobile, address, village_code,
      district_code, regency_code, submitted_at, verified_at, suspended_reason)
    select ${slug}, 'UMKM', ${name}, ${status}, ${String(8_000_000_000_000 + running)}, 'Yuni Astuti',
      ${nik ? seal("nik", nik) : null}, ${nik ? fingerprint("nik", nik) : null}, ${mobile}, 'Jl. Uji 3', code,
      district_code, regency_code, ${sentAt}, ${status === "verified" ? sentAt : null},
      ${status === "suspended" ? "uji" : null}
    from village where code = ${village} returning id`.execute(db);
  return { id: rows[0]!.id, slug };
}
