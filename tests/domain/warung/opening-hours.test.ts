import { describe, expect, it } from "vitest";
import {
  addOpeningMinutes,
  type OpeningTimes,
  openingAfter,
  openState,
  opensAfterToday,
  opensBetween,
} from "#app/domain/warung/opening-hours.ts";

/** Open 07.00–20.00, closed on Sunday. */
const week: OpeningTimes = {
  week: [null, ...Array.from({ length: 6 }, () => ({ opens: 420, closes: 1200 }))],
  holidays: [],
  pausedUntil: null,
};
const never: OpeningTimes = { week: Array(7).fill(null), holidays: [], pausedUntil: null };
/** A moment in WIB; 24 November 2026 is a Tuesday. */
const wib = (day: number, time: string) =>
  new Date(`2026-11-${String(day).padStart(2, "0")}T${time}:00+07:00`);

describe("opening hours", () => {
  it("knows until when it is open, and when it opens next, over the closed Sunday", () => {
    expect(openState(week, wib(24, "12:00"))).toEqual({ open: true, until: wib(24, "20:00") });
    expect(openState(week, wib(24, "06:59"))).toEqual({ open: false, opensAt: wib(24, "07:00") });
    expect(openState(week, wib(24, "20:00"))).toEqual({ open: false, opensAt: wib(25, "07:00") });
    expect(openState(week, wib(28, "21:00"))).toEqual({ open: false, opensAt: wib(30, "07:00") });
    expect(openState(never, wib(24, "12:00"))).toEqual({ open: false });
  });

  it("counts only opening time towards an answer", () => {
    expect(addOpeningMinutes(week, wib(24, "12:00"), 15)).toEqual(wib(24, "12:15"));
    expect(addOpeningMinutes(week, wib(24, "22:30"), 15)).toEqual(wib(25, "07:15"));
    expect(addOpeningMinutes(week, wib(28, "19:50"), 15)).toEqual(wib(30, "07:05"));
  });

  it("lets nothing wait for ever on a warung that never opens", () => {
    expect(addOpeningMinutes(never, wib(24, "12:00"), 15)).toEqual(wib(24, "12:15"));
  });

  it("tells whether it opens before a promise ends", () => {
    expect(opensBetween(week, wib(24, "21:00"), wib(25, "12:00"))).toBe(true);
    expect(opensBetween(week, wib(28, "20:30"), wib(29, "20:00"))).toBe(false);
    expect(opensBetween(week, wib(24, "21:00"), wib(25, "07:00"))).toBe(false);
  });

  it("stays closed on a holiday, whatever the weekday says", () => {
    const closed = { ...week, holidays: ["2026-11-25"] };
    expect(openState(closed, wib(25, "12:00"))).toEqual({ open: false, opensAt: wib(26, "07:00") });
    expect(opensBetween(closed, wib(24, "20:30"), wib(25, "20:00"))).toBe(false);
    expect(addOpeningMinutes(closed, wib(24, "19:50"), 15)).toEqual(wib(26, "07:05"));
  });

  it("is closed while it pauses, and opens again by itself", () => {
    const paused = { ...week, pausedUntil: wib(25, "07:00") };
    expect(openState(paused, wib(24, "12:00"))).toEqual({ open: false, opensAt: wib(25, "07:00") });
    expect(opensBetween(paused, wib(24, "12:00"), wib(24, "20:00"))).toBe(false);
    expect(openState(paused, wib(25, "07:00"))).toEqual({ open: true, until: wib(25, "20:00") });
    const short = { ...week, pausedUntil: wib(24, "15:00") };
    expect(openState(short, wib(24, "12:00"))).toEqual({ open: false, opensAt: wib(24, "15:00") });
  });

  it("pauses for today until the next day it works", () => {
    expect(opensAfterToday(week, wib(24, "12:00"))).toEqual(wib(25, "07:00"));
    expect(opensAfterToday({ ...week, holidays: ["2026-11-25"] }, wib(24, "12:00"))).toEqual(
      wib(26, "07:00"),
    );
    expect(opensAfterToday(week, wib(28, "12:00"))).toEqual(wib(30, "07:00"));
    expect(opensAfterToday(never, wib(24, "12:00"))).toEqual(wib(25, "00:00"));
  });
});

describe("a number of opening days", () => {
  it("is counted from tomorrow, over the closed Sunday and the days off", () => {
    expect(openingAfter(week, wib(24, "12:00"), 2)).toEqual({
      opens: wib(26, "07:00"),
      closes: wib(26, "20:00"),
    });
    expect(openingAfter(week, wib(28, "06:00"), 1)).toEqual({
      opens: wib(30, "07:00"),
      closes: wib(30, "20:00"),
    });
    const off = { ...week, holidays: ["2026-11-25"] };
    expect(openingAfter(off, wib(24, "23:00"), 1).opens).toEqual(wib(26, "07:00"));
  });

  it("passes plainly at a warung that never opens", () => {
    expect(openingAfter(never, wib(24, "12:00"), 2)).toEqual({
      opens: wib(26, "00:00"),
      closes: wib(27, "00:00"),
    });
  });
});
