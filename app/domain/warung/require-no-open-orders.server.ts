import type { Tx } from "#db/client.server.ts";
import { findOpenOrders } from "#db/queries/warung-status.ts";
import { BadInput } from "../../lib/errors.ts";

const SHOWN = 5;

/** A warung that holds orders cannot be taken out: they are somebody's goods. @throws BadInput with their codes */
export async function requireNoOpenOrders(tx: Tx, warungId: number): Promise<void> {
  const open = await findOpenOrders(tx, warungId);
  if (open.length === 0) return;
  const codes = open.slice(0, SHOWN).map((order) => order.code);
  const more = open.length > SHOWN ? ` dan ${open.length - SHOWN} lagi` : "";
  throw new BadInput({
    alasan: `Warung ini masih memegang ${open.length} pesanan: ${codes.join(", ")}${more}. Selesaikan atau ambil alih dulu.`,
  });
}
