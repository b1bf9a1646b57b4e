import type { Tx } from "#db/client.server.ts";
import { acceptInvitations, joinGuestCheckouts, joinUnkeptPlaces } from "#db/queries/joining.ts";

/**
 * Brings to an account what was written down under its confirmed number: orders placed as a guest, invitations, and
 * the business or warung that an office imported and nobody keeps yet.
 */
export async function joinByMobile(
  tx: Tx,
  { accountId, mobile }: { accountId: number; mobile: string },
): Promise<void> {
  await joinGuestCheckouts(tx, accountId, mobile);
  await acceptInvitations(tx, accountId, mobile);
  await joinUnkeptPlaces(tx, accountId, mobile);
}
