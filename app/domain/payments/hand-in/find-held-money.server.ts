import type { Db } from "#db/client.server.ts";
import { findHandInsOf, findOfficeHandIns, type HandInRow } from "#db/queries/hand-ins.ts";
import { findHeldRows, findOfficeCash, type HeldRow, type OfficeCashRow } from "#db/queries/held-money.ts";
import { now } from "../../../lib/clock.ts";
import { env } from "../../../lib/env.server.ts";
import { type Actor, asOfficer, asOperator } from "../../accounts/actor.ts";
import { findCalendar } from "../../calendar/find-calendar.server.ts";
import { regencyName } from "../../regions/find-village.server.ts";
import { type HeldLimit, heldTooLong } from "./held-limit.ts";

const HAND_INS = 20;

export type HeldMoney = Omit<HeldRow, "regency_kind"> & {
  /** why it should be handed in now; null: there is time */
  readonly late: "age" | "amount" | null;
};

/** What `env` sets as the limit. */
export function heldLimit(): HeldLimit {
  const { CASH_LIMIT_DAYS, CASH_LIMIT_RUPIAH } = env();
  return { days: CASH_LIMIT_DAYS, most: CASH_LIMIT_RUPIAH };
}

/** Marks what is held too long, or too much of it. One query. */
export async function markLate(db: Db, rows: readonly HeldRow[]): Promise<HeldMoney[]> {
  const at = now();
  const oldest = rows.reduce((first, { since }) => (since && since < first ? since : first), at);
  const calendar = await findCalendar(db, oldest);
  return rows.map(({ regency_kind, ...row }) => ({
    ...row,
    regency: regencyName(row.regency, regency_kind),
    late: heldTooLong(row, heldLimit(), calendar, at),
  }));
}

export type OwnMoney = {
  readonly held: HeldMoney;
  readonly handIns: readonly HandInRow[];
  readonly limit: HeldLimit;
  /** where to transfer it to; null: officers say */
  readonly depositAccount: string | null;
};

/** What one's own warung holds, for whom, and what it handed in. @throws NotLoggedIn, NotAllowed */
export async function findOwnMoney(db: Db, actor: Actor): Promise<OwnMoney> {
  const { warungId } = asOperator(actor).warung;
  const [rows, handIns] = await Promise.all([
    findHeldRows(db, { warungIds: [warungId] }),
    findHandInsOf(db, warungId, HAND_INS),
  ]);
  const [held] = await markLate(db, rows);
  return { held: held!, handIns, limit: heldLimit(), depositAccount: env().DEPOSIT_ACCOUNT ?? null };
}

export type OfficeHandIn = Omit<HandInRow, "regency_kind">;

const withRegency = ({ regency_kind, ...row }: HandInRow): OfficeHandIn => ({
  ...row,
  regency: regencyName(row.regency, regency_kind),
});

export type OfficeMoney = {
  /** warung that hold money or have to hand some in, the late ones first */
  readonly held: readonly HeldMoney[];
  readonly waiting: readonly OfficeHandIn[];
  readonly done: readonly OfficeHandIn[];
  readonly cashiers: readonly (Omit<OfficeCashRow, "regency_kind"> & { readonly mayBank: boolean })[];
  readonly limit: HeldLimit;
};

/** The money of an officer's own regency (the province's all). @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export async function findOfficeMoney(db: Db, actor: Actor): Promise<OfficeMoney> {
  const { regencyCode } = asOfficer(actor);
  const [rows, waiting, done, cashiers] = await Promise.all([
    findHeldRows(db, { regencyCode }),
    findOfficeHandIns(db, { regencyCode, done: false, limit: 100 }),
    findOfficeHandIns(db, { regencyCode, done: true, limit: HAND_INS }),
    findOfficeCash(db, regencyCode),
  ]);
  const held = await markLate(
    db,
    rows.filter(({ cash, qris, due }) => cash !== 0 || qris !== 0 || due > 0),
  );
  return {
    held: [...held.filter(({ late }) => late), ...held.filter(({ late }) => !late)],
    waiting: waiting.map(withRegency),
    done: done.map(withRegency),
    cashiers: cashiers.map(({ regency_kind, ...row }) => ({
      ...row,
      regency: regencyName(row.regency, regency_kind),
      mayBank: row.amount > 0,
    })),
    limit: heldLimit(),
  };
}
