import type { Db } from "#db/client.server.ts";
import { countTry } from "#db/queries/accounts.ts";
import { TooManyTries } from "../../lib/errors.ts";
import { fingerprint } from "../../lib/secret.server.ts";

export type Limit = {
  /** what is limited: `masuk`, `kode`, `daftar` */
  readonly what: string;
  /** whose tries are counted: an E.164 number, a network address, an account's id. Kept as a fingerprint. */
  readonly by: string;
  readonly most: number;
  readonly minutes: number;
};

/**
 * Counts one try against each limit, in PostgreSQL, so that all processes count together.
 * @throws TooManyTries with the longest wait, when one of them is used up
 */
export async function limitTries(db: Db, ...limits: readonly Limit[]): Promise<void> {
  const counted = await Promise.all(
    limits.map(async (limit) => {
      const { tries, secondsLeft } = await countTry(db, triesKey(limit), limit.minutes);
      return tries > limit.most ? secondsLeft : 0;
    }),
  );
  const wait = Math.max(0, ...counted);
  if (wait > 0) throw new TooManyTries(wait);
}

/** The key that these tries are counted under. */
export function triesKey({ what, by }: Pick<Limit, "what" | "by">): string {
  return `${what}:${fingerprint("tries", by).toString("base64url")}`;
}
