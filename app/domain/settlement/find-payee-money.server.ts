import type { Db } from "#db/client.server.ts";
import {
  findPayeeMoney as findMoney,
  findNotDue,
  findSettlements,
  type NotDueRow,
  type PayeeMoneyRow,
  type SettlementRow,
} from "#db/queries/statements.ts";
import type { Actor } from "../accounts/actor.ts";
import { payeeOf } from "./payee.ts";

const PER_PAGE = 12;
const MOST_NOT_DUE = 50;

export type PayeeMoney = {
  readonly name: string;
  readonly money: PayeeMoneyRow;
  readonly notDue: readonly NotDueRow[];
  readonly settlements: readonly SettlementRow[];
  readonly page: number;
  readonly hasMore: boolean;
};

/** What a seller or a warung is owed, what is not due yet, and its settlements. Three queries. @throws NotLoggedIn, NotAllowed */
export async function findPayeeMoney(
  db: Db,
  actor: Actor,
  { as, page = 1 }: { as: "seller" | "operator"; page?: number },
): Promise<PayeeMoney> {
  const { name, account } = payeeOf(actor, as);
  const [money, notDue, settlements] = await Promise.all([
    findMoney(db, account),
    findNotDue(db, account, MOST_NOT_DUE),
    findSettlements(db, account, { limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE }),
  ]);
  return {
    name,
    money,
    notDue,
    settlements: settlements.slice(0, PER_PAGE),
    page,
    hasMore: settlements.length > PER_PAGE,
  };
}
