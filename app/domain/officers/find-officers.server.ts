import type { Db } from "#db/client.server.ts";
import { findOfficerRows, type OfficerRow } from "#db/queries/officers.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { listRegencies } from "../regions/list-regencies.server.ts";

export type Officers = {
  readonly officers: readonly (OfficerRow & { readonly office: string; readonly isSelf: boolean })[];
  readonly regencies: readonly { readonly code: string; readonly name: string }[];
};

/** Who works for the offices, and who is invited. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export async function findOfficers(db: Db, actor: Actor): Promise<Officers> {
  const { accountId } = asProvince(actor);
  const [rows, regencies] = await Promise.all([findOfficerRows(db), listRegencies(db)]);
  const nameOf = new Map(regencies.map(({ code, name }) => [code, name]));
  return {
    regencies,
    officers: rows.map((row) => ({
      ...row,
      office:
        row.role === "admin"
          ? "Administrator"
          : row.regency_code === null
            ? "Provinsi Lampung"
            : (nameOf.get(row.regency_code) ?? row.regency_code),
      isSelf: row.account_id === accountId,
    })),
  };
}
