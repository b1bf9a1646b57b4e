import type { Reach } from "./delivery-window.ts";

/** Where a line's goods come from. */
export type Origin = {
  readonly staple_id: number | null;
  /** the place on the delivering warung's shelf that it is taken from; null: the seller brings it */
  readonly shelf_item_id?: number | null;
  readonly made_in_district_code: string | null;
  readonly regency_code: string | null;
};

/** How far one line comes. Codes nest: a regency `18.71` and a district `18.71.01` begin the code of their villages. */
export function reachOf(line: Origin, villageCode: string): Reach {
  if (line.staple_id !== null || line.shelf_item_id != null) return "here";
  if (villageCode.startsWith(`${line.made_in_district_code}.`)) return "district";
  return villageCode.startsWith(`${line.regency_code}.`) ? "regency" : "province";
}

const FARTHER: readonly Reach[] = ["here", "district", "regency", "province"];

/** How far the farthest of these lines comes; nothing at all is here. */
export function farthest(lines: readonly Origin[], villageCode: string): Reach {
  const at = Math.max(0, ...lines.map((line) => FARTHER.indexOf(reachOf(line, villageCode))));
  return FARTHER[at]!;
}
