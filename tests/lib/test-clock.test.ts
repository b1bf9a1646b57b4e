import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { untilCodesStay, untilPromisesStay, untilTheDayStays } from "../support/clock.ts";

/** What the other tests rely on at night and at the turn of a delivery window. */
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  { what: "a day", wait: untilTheDayStays, from: "2026-11-25T16:57:00Z", until: "2026-11-25T17:00:00Z" },
  {
    what: "a window of today",
    wait: untilPromisesStay,
    from: "2026-11-25T02:59:30Z",
    until: "2026-11-25T03:00:00Z",
  },
  {
    what: "the last window",
    wait: untilPromisesStay,
    from: "2026-11-25T10:59:30Z",
    until: "2026-11-25T11:00:00Z",
  },
  { what: "a code", wait: untilCodesStay, from: "2026-11-25T03:00:25Z", until: "2026-11-25T03:00:30Z" },
])("waits out the end of $what", async ({ wait, from, until }) => {
  vi.setSystemTime(new Date(from));
  let isOver = false;
  const waiting = wait().then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(new Date(until).getTime() - Date.now() + 500);
  await waiting;
  expect(isOver).toBe(true);
});

it("does not wait at any other time", async () => {
  vi.setSystemTime(new Date("2026-11-25T04:30:05Z"));
  const before = Date.now();
  await Promise.all([untilTheDayStays(), untilPromisesStay(), untilCodesStay()]);
  expect(Date.now()).toBe(before);
});
