import type { Db } from "#db/client.server.ts";
import { findPayeeAccount, type PayeeAccountRow } from "#db/queries/payee-accounts.ts";
import { listBanks } from "#db/queries/umkm-draft.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { accountHolder } from "./change-account.server.ts";

/**
 * Where a seller or a warung is paid to, and the banks there are. The number itself stays sealed. Two queries.
 * @throws NotLoggedIn, NotAllowed for a warung's staff
 */
export async function findAccount(
  db: Db,
  actor: Actor,
  { as }: { as: "seller" | "operator" },
): Promise<{ account: PayeeAccountRow; banks: { code: string; name: string }[] }> {
  const [account, banks] = await Promise.all([findPayeeAccount(db, accountHolder(actor, as)), listBanks(db)]);
  if (!account) throw new NotFound(as === "seller" ? "umkm" : "warung");
  return { account, banks };
}
