import type { Db } from "#db/client.server.ts";
import { insertDeposit, lockOfficeCash } from "#db/queries/hand-ins.ts";
import { sumAccount } from "#db/queries/held-money.ts";
import { BadInput } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { account } from "../../ledger/accounts.ts";
import { postDeposit } from "../../ledger/post-hand-in.server.ts";

type Deposit = {
  /** drawn when the form was rendered (UUID): the same form acts once */
  readonly formKey: string;
  readonly regencyCode: string;
  /** whole rupiah */
  readonly amount: number;
  readonly note: string | null;
};

/**
 * The cashier of a regency's office took cash to the programme's bank account.
 * @throws NotLoggedIn, NotAllowed for another regency, SecondFactorNeeded, BadInput on `jumlah` for more than there is
 */
export async function bankCash(actor: Actor, db: Db, deposit: Deposit): Promise<void> {
  const officer = asOfficer(actor);
  const { regencyCode, amount, note } = deposit;
  requireOfficerOf(actor, regencyCode);
  await db.transaction().execute(async (tx) => {
    await lockOfficeCash(tx, regencyCode);
    const id = await insertDeposit(tx, { ...deposit, accountId: officer.accountId });
    if (id === undefined) return;
    const there = await sumAccount(tx, account.officeCash(regencyCode));
    if (amount > there) throw new BadInput({ jumlah: `Di kasir hanya ada ${rupiah(there)}.` });
    await postDeposit(tx, { id, regencyCode, amount });
    await recordAudit(tx, actor, {
      action: "money.bank",
      thing: "money",
      key: `kasir-${regencyCode}`,
      name: "Kas dinas",
      regencyCode,
      detail: { after: rupiah(amount), ...(note && { note }) },
    });
  });
}
