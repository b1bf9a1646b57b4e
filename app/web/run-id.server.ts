import { NotFound } from "../lib/errors.ts";

/** The number of an import in its address. @throws NotFound */
export function runIdOf(params: Record<string, string | undefined>): number {
  const { id = "" } = params;
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new NotFound("impor");
  return Number(id);
}
