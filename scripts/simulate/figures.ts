import { gini } from "#app/domain/reports/gini.ts";
import type { Outcome } from "./month.ts";

export type Figures = {
  readonly orders: number;
  readonly lost: number;
  readonly meanM: number;
  readonly firstAccepted: number;
  readonly officer: number;
  /** of those, nobody around has all the goods together: the officer asks the buyer */
  readonly unbrought: number;
  readonly late: number;
  readonly p95Wait: number;
  readonly gini: number;
  readonly busiest: number;
};

/** What a month came to. Shares are of all orders; distances in metres; waits in minutes. */
export function figuresOf(
  outcomes: readonly Outcome[],
  orders: number,
  warungIds: readonly number[],
): Figures {
  const share = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length / orders;
  const brought = outcomes.filter((outcome) => outcome.distanceM !== null);
  const perWarung = new Map(warungIds.map((id) => [id, 0]));
  for (const { warungId } of outcomes)
    if (warungId !== null) perWarung.set(warungId, (perWarung.get(warungId) ?? 0) + 1);
  const waits = outcomes.map((outcome) => outcome.waited).sort((a, b) => a - b);
  return {
    orders,
    lost: orders - outcomes.length,
    meanM: brought.reduce((sum, outcome) => sum + outcome.distanceM!, 0) / Math.max(1, brought.length),
    firstAccepted: share((outcome) => !outcome.byOfficer && outcome.offers === 1),
    officer: share((outcome) => outcome.byOfficer),
    unbrought: share((outcome) => outcome.warungId === null),
    late: share((outcome) => outcome.late),
    p95Wait: waits[Math.floor(waits.length * 0.95)] ?? 0,
    gini: gini([...perWarung.values()]),
    busiest: Math.max(...perWarung.values()),
  };
}
