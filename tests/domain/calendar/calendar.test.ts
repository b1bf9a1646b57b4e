import { describe, expect, it } from "vitest";
import {
  addTravelDays,
  addWakingMinutes,
  addWorkingDays,
  type Calendar,
} from "#app/domain/calendar/calendar.ts";
import { findCalendar } from "#app/domain/calendar/find-calendar.server.ts";
import { testDatabase } from "#tests/support/database.ts";

const wib = (text: string) => new Date(`${text}:00+07:00`);
const { db } = await testDatabase();

describe("working days", () => {
  const none: Calendar = new Map();
  it("end at midnight and leave out Saturday and Sunday", () => {
    expect(addWorkingDays(none, wib("2026-11-24T10:00"), 2)).toEqual(wib("2026-11-27T00:00"));
    expect(addWorkingDays(none, wib("2026-11-26T10:00"), 2)).toEqual(wib("2026-12-01T00:00"));
    expect(addWorkingDays(none, wib("2026-11-28T23:59"), 1)).toEqual(wib("2026-12-01T00:00"));
  });

  it("leave out Christmas and its joint leave, as the calendar has them", async () => {
    const calendar = await findCalendar(db, wib("2026-12-22T10:00"));
    expect(calendar.get("2026-12-25")).toContain("Natal");
    // Wednesday, then Monday: Thursday is joint leave, Friday is Christmas
    expect(addWorkingDays(calendar, wib("2026-12-22T10:00"), 2)).toEqual(wib("2026-12-29T00:00"));
    expect(addTravelDays(calendar, wib("2026-12-23T10:00"), 1)).toEqual(wib("2026-12-26T00:00"));
  });
});

describe("minutes in which people are awake", () => {
  it("stop at nine in the evening and go on at seven", () => {
    expect(addWakingMinutes(wib("2026-11-24T10:00"), 60)).toEqual(wib("2026-11-24T11:00"));
    expect(addWakingMinutes(wib("2026-11-24T20:30"), 60)).toEqual(wib("2026-11-25T07:30"));
    expect(addWakingMinutes(wib("2026-11-24T23:59"), 60)).toEqual(wib("2026-11-25T08:00"));
    expect(addWakingMinutes(wib("2026-11-24T03:00"), 60)).toEqual(wib("2026-11-24T08:00"));
    expect(addWakingMinutes(wib("2026-11-24T20:00"), 60)).toEqual(wib("2026-11-24T21:00"));
    expect(addWakingMinutes(wib("2026-11-24T10:00"), 15 * 60)).toEqual(wib("2026-11-25T11:00"));
  });
});
