import type { Tx } from "#db/client.server.ts";
import { replaceRecoveryCodes } from "#db/queries/second-factor.ts";
import { newRecoveryCode, recoveryCodeHash } from "./recovery-code.server.ts";

const HOW_MANY = 10;

/** Gives an account ten new recovery codes; those before hold no more. @returns them, to be shown once */
export async function giveRecoveryCodes(tx: Tx, accountId: number): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode);
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => recoveryCodeHash(code)!),
  );
  return codes;
}
