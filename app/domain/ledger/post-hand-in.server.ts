import type { Tx } from "#db/client.server.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { account } from "./accounts.ts";

type HandIn = {
  readonly id: number;
  readonly warungId: number;
  readonly regencyCode: string;
  /** to the office's cashier, or to the programme's bank account */
  readonly way: "cashier" | "transfer";
  /** rupiah, by the pocket it comes out of */
  readonly cash: number;
  readonly qris: number;
};

/**
 * Books what a warung handed in as it was counted, in whole rupiah: the office's cashier or the bank has it (debit), the warung
 * holds so much less (credit). What it said beyond that it still holds. The same hand-in is booked once.
 */
export async function postHandIn(tx: Tx, handIn: HandIn): Promise<void> {
  const { id, warungId, regencyCode, way, cash, qris } = handIn;
  await insertPosting(tx, { key: `hand-in:${id}`, kind: "cash_handed_in" }, [
    { account: way === "cashier" ? account.officeCash(regencyCode) : account.bank, amount: cash + qris },
    { account: account.warungCash(warungId), amount: -cash },
    { account: account.warungQris(warungId), amount: -qris },
  ]);
}

/** Books that an office's cashier took cash to the bank, in whole rupiah. The same deposit is booked once. */
export async function postDeposit(
  tx: Tx,
  { id, regencyCode, amount }: { id: number; regencyCode: string; amount: number },
): Promise<void> {
  await insertPosting(tx, { key: `deposit:${id}`, kind: "cash_banked" }, [
    { account: account.bank, amount },
    { account: account.officeCash(regencyCode), amount: -amount },
  ]);
}
