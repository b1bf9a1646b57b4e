import { expect, it } from "vitest";
import { afterQuiet } from "#app/domain/notifications/quiet-hours.ts";
import { midnightWib } from "#app/lib/clock.ts";
import { parseEnv } from "#app/lib/env.server.ts";

const at = (day: string, hour: number, minute = 0) =>
  new Date(midnightWib(day).getTime() + (hour * 60 + minute) * 60_000);
const NIGHT = { from: 21 * 60, until: 7 * 60 };

it("lets the night pass, on both sides of midnight, and holds back nothing by day", () => {
  const morning = at("2026-11-26", 7);
  expect(afterQuiet(at("2026-11-25", 21), NIGHT)).toEqual(morning);
  expect(afterQuiet(at("2026-11-25", 23, 59), NIGHT)).toEqual(morning);
  expect(afterQuiet(at("2026-11-26", 0), NIGHT)).toEqual(morning);
  expect(afterQuiet(at("2026-11-26", 6, 59), NIGHT)).toEqual(morning);
  for (const day of [at("2026-11-26", 7), at("2026-11-26", 20, 59)])
    expect(afterQuiet(day, NIGHT)).toEqual(day);
});

it("knows quiet hours within a day, and none at all", () => {
  const noon = { from: 12 * 60, until: 13 * 60 };
  expect(afterQuiet(at("2026-11-25", 12, 30), noon)).toEqual(at("2026-11-25", 13));
  expect(afterQuiet(at("2026-11-25", 23), noon)).toEqual(at("2026-11-25", 23));
  expect(afterQuiet(at("2026-11-25", 2), { from: 0, until: 0 })).toEqual(at("2026-11-25", 2));
});

it("is set as a time of day", () => {
  expect(parseEnv({})).toMatchObject({ QUIET_FROM: 1260, QUIET_UNTIL: 420 });
  expect(parseEnv({ QUIET_FROM: "22:30", QUIET_UNTIL: "6.05" })).toMatchObject({
    QUIET_FROM: 1350,
    QUIET_UNTIL: 365,
  });
  expect(() => parseEnv({ QUIET_FROM: "malam" })).toThrow(/QUIET_FROM: harus jam seperti 21\.00/);
});
