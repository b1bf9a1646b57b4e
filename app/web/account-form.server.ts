import { z } from "zod";
import { digitsOf } from "../domain/umkm/identity-numbers.ts";
import type { GivenAccount } from "../domain/umkm/seal-account.server.ts";
import { readForm, text } from "./form.server.ts";

const Account = z.object({
  bank: z.string({ error: "Pilih bank." }),
  rekening: z.string().transform(digitsOf).optional(),
  atas_nama: text("nama pemegang rekening", { min: 2, max: 100 }),
});

/** A bank account as a form sends it; without a number the one on record stays. @throws BadInput */
export function readAccount(form: FormData): GivenAccount {
  const { bank, rekening, atas_nama } = readForm(form, Account);
  return { bank, accountNumber: rekening ?? null, holder: atas_nama };
}
