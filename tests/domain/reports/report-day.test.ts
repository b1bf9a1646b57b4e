import { describe, expect, it } from "vitest";
import { gini } from "#app/domain/reports/gini.ts";
import {
  dayAfter,
  dayName,
  monthAfter,
  monthName,
  reportDay,
  reportMonth,
  windowOfDay,
} from "#app/domain/reports/report-day.ts";

/** Two in the morning of the 26th in Lampung is still the 25th in UTC. */
const now = new Date("2026-11-25T19:00:00Z");

describe("the day of a report", () => {
  it("is today in WIB unless the address names another", () => {
    expect(reportDay(null, now)).toMatchObject({ date: "2026-11-26", today: true });
    expect(reportDay("2026-11-25", now)).toEqual({
      date: "2026-11-25",
      from: new Date("2026-11-24T17:00:00Z"),
      until: new Date("2026-11-25T17:00:00Z"),
      today: false,
    });
  });

  it.each(["kemarin", "2026-02-30", "2026-13-01", "0001-01-01", "9999-12-31", ""])(
    "is today for nonsense: %j",
    (asked) => {
      expect(reportDay(asked, now).date).toBe("2026-11-26");
    },
  );

  it("knows its name, its neighbours and its delivery windows", () => {
    const day = reportDay("2026-12-01", now);
    expect(dayName(day)).toBe("Selasa, 1 Des 2026");
    expect([dayAfter(day, -1), dayAfter(day, 1)]).toEqual(["2026-11-30", "2026-12-02"]);
    expect(windowOfDay(day, "08")).toEqual({
      after: new Date("2026-12-01T01:00:00Z"),
      until: new Date("2026-12-01T05:00:00Z"),
    });
    expect(windowOfDay(day, "09")).toBeUndefined();
  });
});

describe("the month of a report", () => {
  it("begins and ends at midnight WIB", () => {
    expect(reportMonth("2026-11", now)).toEqual({
      month: "2026-11",
      from: new Date("2026-10-31T17:00:00Z"),
      until: new Date("2026-11-30T17:00:00Z"),
    });
  });

  it.each([null, "2026-12", "2026-00", "november"])("is the current one for %j", (asked) => {
    expect(reportMonth(asked, now).month).toBe("2026-11");
  });

  it("goes over the turn of the year", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
    expect(monthName("2026-11")).toBe("November 2026");
  });
});

describe("Gini", () => {
  it.each([
    [[5, 5, 5, 5], 0],
    [[0, 0, 0, 12], 0.75],
    [[1, 3], 0.25],
    [[], 0],
    [[0, 0], 0],
  ])("of %j is %d", (values, expected) => {
    expect(gini(values)).toBeCloseTo(expected);
  });
});
