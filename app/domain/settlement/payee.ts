import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";
import { account } from "../ledger/accounts.ts";

/** Who is paid: the seller's business or the warung this person acts for. */
export type Payee = { readonly name: string; readonly account: string; readonly umkmId: number | null };

/** @throws NotLoggedIn, NotAllowed */
export function payeeOf(actor: Actor, as: "seller" | "operator"): Payee {
  if (as === "seller") {
    const { name, umkmId } = asSeller(actor).umkm;
    return { name, umkmId, account: account.sellerDue(umkmId) };
  }
  const { name, warungId } = asOperator(actor).warung;
  return { name, umkmId: null, account: account.warungEarnings(warungId) };
}
