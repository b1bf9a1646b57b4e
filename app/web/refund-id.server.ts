import { NotFound } from "../lib/errors.ts";

/** The number of a refund in its address. @throws NotFound */
export function refundIdOf(params: Readonly<Record<string, string | undefined>>): number {
  const { id = "" } = params;
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new NotFound("pengembalian");
  return Number(id);
}
