import type { Db } from "#db/client.server.ts";
import { countQuietRows, findQuietRows } from "#db/queries/quiet-sellers.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { type Help, quietSellerHelp, quietSellerMessage } from "./quiet-seller-help.ts";

const QUIET_DAYS = 30;
const PER_PAGE = 20;
const MOST_COUNTED = 1_000;

export type QuietSeller = {
  readonly slug: string;
  readonly name: string;
  readonly ownerName: string;
  readonly mobile: string;
  readonly place: string;
  readonly verifiedAt: Date;
  readonly lastOrderAt: Date | null;
  readonly help: readonly Help[];
  /** what the officer may begin a message with */
  readonly message: string;
};

function question(actor: Actor) {
  const { regencyCode, office } = asOfficer(actor);
  return { regencyCode, office, since: addMinutes(now(), -QUIET_DAYS * 24 * 60) };
}

/**
 * Sellers of an officer's regency (the province's all) that were verified more than 30 days ago and had no order for 30
 * days, the newest first, each with what could help. One query.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function findQuietSellers(
  db: Db,
  actor: Actor,
  { after }: { after?: string },
): Promise<{ sellers: QuietSeller[]; next: string | null }> {
  const { regencyCode, since, office } = question(actor);
  const rows = await findQuietRows(db, { regencyCode, since, after, limit: PER_PAGE + 1 });
  const year = Number(dateWib(now()).slice(0, 4));
  const sellers = rows.slice(0, PER_PAGE).map((row) => {
    const help = quietSellerHelp(row, year);
    const ownerName = row.owner_name || row.name;
    return {
      slug: row.slug,
      name: row.name,
      ownerName,
      mobile: row.mobile,
      place: `${row.district}, ${regencyName(row.regency, row.regency_kind)}`,
      verifiedAt: row.verified_at,
      lastOrderAt: row.last_order_at,
      help,
      message: quietSellerMessage({ name: row.name, ownerName, office }, help),
    };
  });
  return { sellers, next: rows.length > PER_PAGE ? sellers.at(-1)!.slug : null };
}

/** How many there are, up to 1,000. @throws NotLoggedIn, NotAllowed */
export async function countQuietSellers(db: Db, actor: Actor): Promise<number> {
  return countQuietRows(db, question(actor), MOST_COUNTED);
}
