import createHighs from "highs";
import type { Market } from "./market.ts";
import { keeperOf, type SimulatedOrder } from "./people.ts";

/** Who could have brought an order, knowing everything: all that serve, have the staples and ever answer. */
function couldBring(market: Market, order: SimulatedOrder) {
  return order.village.candidates.filter(
    (one) =>
      one.serves &&
      one.distanceM !== null &&
      keeperOf(one.warungId).kind !== "silent" &&
      order.stapleIds.every((staple) => (market.shelf.get(one.warungId)?.get(staple) ?? "habis") !== "habis"),
  );
}

/** One delivery window as a transport problem, in CPLEX's LP format. */
function problemOf(market: Market, orders: readonly SimulatedOrder[]): string | undefined {
  const costs: string[] = [];
  const perOrder: string[] = [];
  const perWarung = new Map<number, { readonly capacity: number; readonly names: string[] }>();
  for (const order of orders) {
    const names: string[] = [];
    for (const { warungId, distanceM, windowCapacity } of couldBring(market, order)) {
      const name = `x${order.id}_${warungId}`;
      costs.push(`${distanceM} ${name}`);
      names.push(name);
      const own = perWarung.get(warungId) ?? { capacity: windowCapacity, names: [] };
      own.names.push(name);
      perWarung.set(warungId, own);
    }
    // what does not fit anywhere goes to an officer, at a price nobody would choose
    costs.push(`1000000 n${order.id}`);
    perOrder.push(`o${order.id}: ${[...names, `n${order.id}`].join(" + ")} = 1`);
  }
  if (perWarung.size === 0) return undefined;
  const capacities = [...perWarung].map(
    ([id, { capacity, names }]) => `w${id}: ${names.join(" + ")} <= ${capacity}`,
  );
  return `Minimize\n obj: ${costs.join(" + ")}\nSubject To\n ${[...perOrder, ...capacities].join("\n ")}\nEnd\n`;
}

/**
 * The least distance that full knowledge would have allowed: each delivery window solved as an assignment by HiGHS
 * (a transport problem, whose linear optimum is whole).
 * @returns mean metres per order that could be assigned, and how many could not
 */
export async function optimum(market: Market, orders: readonly SimulatedOrder[]) {
  const highs = await createHighs();
  const windows = new Map<number, SimulatedOrder[]>();
  for (const order of orders) {
    const key = order.windowStart.getTime();
    windows.set(key, [...(windows.get(key) ?? []), order]);
  }
  let metres = 0;
  let assigned = 0;
  let left = 0;
  const perWarung = new Map<number, number>();
  for (const own of windows.values()) {
    const problem = problemOf(market, own);
    if (!problem) {
      left += own.length;
      continue;
    }
    const { Columns } = highs.solve(problem, { presolve: "on" });
    const byId = new Map(own.map((order) => [order.id, order]));
    for (const [name, column] of Object.entries(Columns)) {
      const share = "Primal" in column ? Math.round(Number(column.Primal)) : 0;
      if (share === 0) continue;
      if (name.startsWith("n")) {
        left++;
        continue;
      }
      const [order, warung] = name.slice(1).split("_").map(Number) as [number, number];
      metres += byId.get(order)!.village.candidates.find((one) => one.warungId === warung)!.distanceM!;
      assigned++;
      perWarung.set(warung, (perWarung.get(warung) ?? 0) + 1);
    }
  }
  return { meanM: metres / Math.max(1, assigned), assigned, left, perWarung };
}
