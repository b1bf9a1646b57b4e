import type { Goods } from "./goods-list.ts";
import { groupBy, sumGoods } from "./goods-list.ts";

/** Goods that have to be somewhere by a moment. */
export type DueGoods = Goods & { readonly by: Date; readonly late: boolean; readonly status: string };

type DueLine = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly status: string;
  readonly hand_over_by: Date;
};

/** Adds up goods of one kind that are due at one moment and stand alike, the most urgent first. */
export function dueGoods(lines: readonly DueLine[], now: Date): DueGoods[] {
  const key = (line: DueLine) =>
    JSON.stringify([line.hand_over_by.getTime(), line.status, line.name, line.unit]);
  return groupBy(lines, key).map((own) => ({
    ...sumGoods(own),
    by: own[0]!.hand_over_by,
    late: own[0]!.hand_over_by < now,
    status: own[0]!.status,
  }));
}
