import { describe, expect, it } from "vitest";
import {
  addOpeningMinutes,
  openState,
  opensBetween,
  type WeekHours,
} from "#app/domain/warung/opening-hours.ts";

/** Open 07.00–20.00, closed on Sunday. */
const week: WeekHours = [null, ...Array.from({ length: 6 }, () => ({ opens: 420, closes: 1200 }))];
/** A moment in WIB; 24 November 2026 is a Tuesday. */
const wib = (day: number, time: string) =>
  new Date(`2026-11-${String(day).padStart(2, "0")}T${time}:00+07:00`);

describe("opening hours", () => {
  it("knows until when it is open, and when it opens next, over the closed Sunday", () => {
    expect(openState(week, wib(24, "12:00"))).toEqual({ open: true, until: wib(24, "20:00") });
    expect(openState(week, wib(24, "06:59"))).toEqual({ open: false, opensAt: wib(24, "07:00") });
    expect(openState(week, wib(24, "20:00"))).toEqual({ open: false, opensAt: wib(25, "07:00") });
    expect(openState(week, wib(28, "21:00"))).toEqual({ open: false, opensAt: wib(30, "07:00") });
    expect(openState(Array(7).fill(null), wib(24, "12:00"))).toEqual({ open: false });
  });

  it("counts only opening time towards an answer", () => {
    expect(addOpeningMinutes(week, wib(24, "12:00"), 15)).toEqual(wib(24, "12:15"));
    expect(addOpeningMinutes(week, wib(24, "22:30"), 15)).toEqual(wib(25, "07:15"));
    expect(addOpeningMinutes(week, wib(28, "19:50"), 15)).toEqual(wib(30, "07:05"));
  });

  it("lets nothing wait for ever on a warung that never opens", () => {
    expect(addOpeningMinutes(Array(7).fill(null), wib(24, "12:00"), 15)).toEqual(wib(24, "12:15"));
  });

  it("tells whether it opens before a promise ends", () => {
    expect(opensBetween(week, wib(24, "21:00"), wib(25, "12:00"))).toBe(true);
    expect(opensBetween(week, wib(28, "20:30"), wib(29, "20:00"))).toBe(false);
    expect(opensBetween(week, wib(24, "21:00"), wib(25, "07:00"))).toBe(false);
  });
});
