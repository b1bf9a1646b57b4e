import { NotFound } from "../lib/errors.ts";

/** The number that an address names. @throws NotFound for anything else */
export function pathId(given: string | undefined): number {
  if (given === undefined || !/^[1-9]\d{0,14}$/.test(given)) throw new NotFound("halaman");
  return Number(given);
}
