import { hashPassword } from "#app/domain/accounts/password.server.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import { seal } from "#app/lib/secret-box.server.ts";
import type { Db } from "#db/client.server.ts";
import { insertMembership, upsertAccount } from "#db/queries/accounts.ts";
import { updateTotp } from "#db/queries/second-factor.ts";
import { findUmkmIdByNib, findWarungIdByMobile } from "#db/queries/seed-state.ts";
import {
  CAST_OFFICERS,
  CAST_OPERATORS,
  CAST_PASSWORD,
  CAST_SELLERS,
  CAST_TOTP_SECRET,
  RINA,
} from "./cast.ts";
import { seedSellers } from "./sheets/sellers.ts";

const e164 = (mobile: string) => parseMobile(mobile)!;

/** Gives the named cast their accounts and what they act for; their UMKM and warung must be there. @returns how many */
export async function seedCast(db: Db): Promise<number> {
  const passwordHash = await hashPassword(CAST_PASSWORD);
  const sellers = seedSellers(CAST_SELLERS.length);
  return db.transaction().execute(async (tx) => {
    const account = (person: { name: string; mobile: string }) =>
      upsertAccount(tx, { name: person.name, mobile: e164(person.mobile), passwordHash });
    for (const [index, person] of CAST_SELLERS.entries()) {
      const umkmId = await findUmkmIdByNib(tx, sellers[index]!.nib);
      await insertMembership(tx, await account(person), { role: "seller", umkmId });
    }
    for (const person of CAST_OPERATORS) {
      const warungId = await findWarungIdByMobile(tx, e164(person.mobile));
      await insertMembership(tx, await account(person), { role: "operator", warungId });
    }
    for (const person of CAST_OFFICERS) {
      const regencyCode = person.regencyCode ?? null;
      const officer = await account(person);
      await insertMembership(tx, officer, { role: "officer", regencyCode });
      await updateTotp(tx, officer, seal("totp", CAST_TOTP_SECRET));
    }
    await account(RINA);
    return CAST_SELLERS.length + CAST_OPERATORS.length + CAST_OFFICERS.length + 1;
  });
}
