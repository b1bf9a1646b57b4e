/** Pieces of one kind of goods, and the orders they are for. */
export type Goods = {
  readonly name: string;
  readonly unit: string;
  readonly pieces: number;
  readonly codes: readonly { readonly code: string; readonly pieces: number }[];
};

type Line = {
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly code: string;
};

/** Lists keyed as `keyOf` says, in the order in which each key first comes. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | number): Row[][] {
  const groups = new Map<string | number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** Adds up lines of one kind of goods. */
export function sumGoods(lines: readonly Line[]): Goods {
  const perOrder = groupBy(lines, (line) => line.code).map((own) => ({
    code: own[0]!.code,
    pieces: own.reduce((sum, line) => sum + line.quantity, 0),
  }));
  const { name, unit } = lines[0]!;
  return { name, unit, pieces: perOrder.reduce((sum, order) => sum + order.pieces, 0), codes: perOrder };
}

/** `LL-7K3M9Q (2), LL-PX4TMN` */
export function codesText(codes: Goods["codes"]): string {
  return codes.map(({ code, pieces }) => (pieces > 1 ? `${code} (${pieces})` : code)).join(", ");
}
