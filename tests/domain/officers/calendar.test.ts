import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findCalendar } from "#app/domain/calendar/find-calendar.server.ts";
import { addPublicHoliday } from "#app/domain/officers/add-public-holiday.server.ts";
import { findHolidays } from "#app/domain/officers/find-holidays.server.ts";
import { removePublicHoliday } from "#app/domain/officers/remove-public-holiday.server.ts";
import { promiseFor } from "#app/domain/warung/delivery-window.ts";
import { addMinutes, dateWib } from "#app/lib/clock.ts";
import { BadInput, NotAllowed } from "#app/lib/errors.ts";
import { aMarket, anOfficer, type Market } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let province: Actor;
const inDays = (days: number) => dateWib(addMinutes(new Date(), days * 24 * 60));
const feast = (day: string) => ({ day, name: "Hari Raya", kind: "national" }) as const;

beforeAll(async () => {
  market = await aMarket(db);
  province = await anOfficer(db, "Bu Dewi", null);
});

describe("the calendar of holidays", () => {
  it("is kept by the province, on record, and moves promises made from now on", async () => {
    const tomorrow = inDays(1);
    await removePublicHoliday(province, db, { day: tomorrow });
    const before = promiseFor("regency", new Date(), await findCalendar(db));
    expect(dateWib(before.until)).toBe(tomorrow);
    await addPublicHoliday(province, db, feast(tomorrow));
    const { until } = promiseFor("regency", new Date(), await findCalendar(db));
    expect(until > before.until).toBe(true);
    const record = await db
      .selectFrom("audit_log")
      .select(["action", "thing_key"])
      .where("thing", "=", "calendar")
      .execute();
    expect(record).toContainEqual({ action: "calendar.add", thing_key: tomorrow });
    await removePublicHoliday(province, db, { day: tomorrow });
    expect((await findHolidays(db, province)).holidays.map(({ day }) => day)).not.toContain(tomorrow);
  });

  it("is read, not written, by a regency's officer", async () => {
    expect((await findHolidays(db, market.officer)).mayChange).toBe(false);
    await expect(addPublicHoliday(market.officer, db, feast(inDays(3)))).rejects.toBeInstanceOf(NotAllowed);
    await expect(removePublicHoliday(market.officer, db, { day: inDays(3) })).rejects.toBeInstanceOf(
      NotAllowed,
    );
  });

  it("takes no day that is past or years away", async () => {
    await expect(addPublicHoliday(province, db, feast(inDays(-1)))).rejects.toBeInstanceOf(BadInput);
    await expect(addPublicHoliday(province, db, feast(inDays(900)))).rejects.toBeInstanceOf(BadInput);
  });
});
