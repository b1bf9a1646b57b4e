import type { Db } from "#db/client.server.ts";
import { dateWib } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import type { FinalTax } from "./final-tax.ts";
import { findTurnover } from "./find-turnover.server.ts";

export type YearlyTax = FinalTax & { readonly year: number };

/** This year's turnover of a seller, and the final tax it comes to. @throws NotLoggedIn, NotAllowed */
export async function findYearlyTax(db: Db, actor: Actor, at: Date): Promise<YearlyTax> {
  const year = Number(dateWib(at).slice(0, 4));
  const { tax } = await findTurnover(db, actor, { year });
  return { year, ...tax };
}
