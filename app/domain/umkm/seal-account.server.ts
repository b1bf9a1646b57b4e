import type { Db } from "#db/client.server.ts";
import { listBanks } from "#db/queries/umkm-draft.ts";
import { BadInput } from "../../lib/errors.ts";
import { seal } from "../../lib/secret-box.server.ts";

export type GivenAccount = {
  readonly bank: string;
  /** 5 to 20 digits; null keeps the one on record */
  readonly accountNumber: string | null;
  readonly holder: string;
};

/** An account as it is kept: the number sealed, its last four digits in the open. Without a number the old one stays. */
export type SealedAccount = {
  readonly bank_code: string;
  readonly bank_account_holder: string;
  readonly bank_account_sealed?: Buffer;
  readonly bank_account_last4?: string;
};

/** Looks an account over and seals it. @throws BadInput for a bank that is none, or a number of another length */
export async function sealAccount(
  db: Db,
  { bank, accountNumber, holder }: GivenAccount,
): Promise<SealedAccount> {
  if (!(await listBanks(db)).some(({ code }) => code === bank)) {
    throw new BadInput({ bank: "Pilih bank dari daftar." });
  }
  if (accountNumber === null) return { bank_code: bank, bank_account_holder: holder };
  if (!/^\d{5,20}$/.test(accountNumber)) {
    throw new BadInput({ rekening: "Nomor rekening terdiri dari 5 sampai 20 angka." });
  }
  return {
    bank_code: bank,
    bank_account_holder: holder,
    bank_account_sealed: seal("bank-account", accountNumber),
    bank_account_last4: accountNumber.slice(-4),
  };
}
