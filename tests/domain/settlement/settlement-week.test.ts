import fc from "fast-check";
import { expect, it } from "vitest";
import { NEXT, SETTLEMENT_LABEL } from "#app/domain/settlement/settlement-status.ts";
import { lastMonday, weekText } from "#app/domain/settlement/settlement-week.ts";
import { midnightWib, weekdayWib } from "#app/lib/clock.ts";

it("ends the week on Monday at midnight WIB", () => {
  expect(lastMonday(new Date("2026-11-22T16:59:59Z")).until).toBe("2026-11-16");
  expect(lastMonday(new Date("2026-11-22T17:00:00Z")).until).toBe("2026-11-23");
  expect(lastMonday(new Date("2026-11-29T16:59:59Z")).until).toBe("2026-11-23");
});

it("is a Monday at most seven days back, whatever the moment", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      (at) => {
        const { until, before } = lastMonday(at);
        expect(weekdayWib(before)).toBe(1);
        expect(before).toEqual(midnightWib(until));
        expect(at.getTime() - before.getTime()).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - before.getTime()).toBeLessThan(7 * 86_400_000);
      },
    ),
  );
});

it("is said as its first and last day", () => {
  expect(weekText("2026-11-23")).toBe("16 Nov – 22 Nov 2026");
  expect(weekText("2027-01-04")).toBe("28 Des – 3 Jan 2027");
});

it("every state has a name and leads to states there are", () => {
  for (const [from, to] of Object.entries(NEXT)) {
    expect(Object.keys(SETTLEMENT_LABEL)).toContain(from);
    for (const next of to) expect(Object.keys(NEXT)).toContain(next);
  }
});
