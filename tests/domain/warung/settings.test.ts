import { describe, expect, it } from "vitest";
import { type Actor, asOperator } from "#app/domain/accounts/actor.ts";
import { judgeCandidates } from "#app/domain/orders/judge-candidates.server.ts";
import { addHoliday } from "#app/domain/warung/add-holiday.server.ts";
import { DELIVERY_WINDOWS } from "#app/domain/warung/delivery-window.ts";
import { findPeople } from "#app/domain/warung/find-people.server.ts";
import { findServiceArea } from "#app/domain/warung/find-service-area.server.ts";
import { inviteStaff } from "#app/domain/warung/invite-staff.server.ts";
import { pauseForToday } from "#app/domain/warung/pause-for-today.server.ts";
import { removeHoliday } from "#app/domain/warung/remove-holiday.server.ts";
import { removeStaff } from "#app/domain/warung/remove-staff.server.ts";
import { resumeOwnWarung } from "#app/domain/warung/resume-own-warung.server.ts";
import { setFees } from "#app/domain/warung/set-fees.server.ts";
import { setHours } from "#app/domain/warung/set-hours.server.ts";
import { setService } from "#app/domain/warung/set-service.server.ts";
import { setServiceVillages } from "#app/domain/warung/set-service-villages.server.ts";
import { addMinutes, dateWib, startOfDayWib } from "#app/lib/clock.ts";
import { BadInput, NotAllowed, TooManyTries } from "#app/lib/errors.ts";
import { holdWindow, releaseWindow } from "#db/queries/routing.ts";
import { aMarket, KEDATON, SUKAMENANTI } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const { budi } = market;
const owner = budi.operator;
if (owner.kind !== "person") throw new Error("no owner");
const staff: Actor = {
  ...owner,
  memberships: owner.memberships.map((one) => (one.role === "operator" ? { ...one, isStaff: true } : one)),
};

/** What routing says of Pak Budi for an order placed at noon today and promised for the same afternoon. */
async function judged(day = startOfDayWib(new Date())) {
  const at = addMinutes(day, 12 * 60);
  const candidates = await judgeCandidates(db, {
    villageCode: KEDATON,
    stapleIds: [],
    promise: { until: addMinutes(at, 240), windowStart: at },
    chosenWarungId: null,
    orderId: null,
    now: at,
  });
  return candidates.find((candidate) => candidate.warungId === budi.id)?.filteredBy;
}

describe("routing heeds what the keeper says", () => {
  it("leaves out a warung on its holiday, and asks it again when the holiday is taken back", async () => {
    const day = dateWib(new Date());
    await addHoliday(owner, db, { day, note: "hajatan" });
    expect(await judged()).toBe("closed");
    await removeHoliday(owner, db, { day });
    expect(await judged()).toBeNull();
  });

  it("leaves out a paused warung for the rest of the day, not longer", async () => {
    const until = await pauseForToday(owner, db);
    expect(until).toEqual(addMinutes(startOfDayWib(new Date()), 24 * 60));
    expect(await judged()).toBe("closed");
    expect(await judged(until)).toBeNull();
    await resumeOwnWarung(owner, db);
    expect(await judged()).toBeNull();
  });

  it("follows the week at once", async () => {
    const open = { opens: 0, closes: 600 };
    await setHours(owner, db, { week: Array(7).fill(open) });
    expect(await judged()).toBe("closed");
    await setHours(owner, db, { week: Array(7).fill({ opens: 0, closes: 1440 }) });
    expect(await judged()).toBeNull();
  });

  it("follows the villages, with their distance", async () => {
    await setServiceVillages(owner, db, { codes: [SUKAMENANTI] });
    expect(await judged()).toBe("not_serving");
    await setServiceVillages(owner, db, { codes: [SUKAMENANTI], wholeDistrict: "18.71.01" });
    expect(await judged()).toBeNull();
    const { districts } = await findServiceArea(db, budi.id);
    expect(districts[0]).toMatchObject({ code: "18.71.01", name: "Kedaton" });
    expect(districts[0]!.served).toBe(districts[0]!.villages.length);
    expect(districts[0]!.villages[0]).toMatchObject({ code: KEDATON, distanceM: 0, served: true });
    expect(districts.slice(1).every((district) => district.served === 0)).toBe(true);
  });
});

describe("capacity", () => {
  const startsAt = addMinutes(startOfDayWib(new Date()), 24 * 60 + DELIVERY_WINDOWS[0].starts);
  const hold = () => db.transaction().execute((tx) => holdWindow(tx, budi.id, startsAt));
  const release = () => db.transaction().execute((tx) => releaseWindow(tx, budi.id, startsAt));
  const service = { takesCash: true, offersPickup: true };

  it("may be set below what is held: that stays, and nothing new comes until places are free", async () => {
    for (let order = 0; order < 3; order++) expect(await hold()).toBe(true);
    await setService(owner, db, { ...service, capacity: 1 });
    expect(await hold()).toBe(false);
    for (let order = 0; order < 2; order++) await release();
    expect(await hold()).toBe(false);
    await release();
    expect(await hold()).toBe(true);
    await setService(owner, db, { ...service, capacity: 50 });
    expect(await hold()).toBe(true);
  });

  it("is a whole number from 1 to 500", async () => {
    for (const capacity of [0, 501, 1.5, Number.NaN]) {
      await expect(setService(owner, db, { ...service, capacity })).rejects.toThrow(BadInput);
    }
  });
});

describe("what makes no sense is refused", () => {
  it("a fee that falls with the distance, a distance twice, no fee at all, a week without a day, a day gone by", async () => {
    const step = (up_to_m: number, fee: number) => ({ up_to_m, fee });
    for (const steps of [[], [step(2_000, 9_000), step(5_000, 8_000)], [step(2_000, 1), step(2_000, 2)]]) {
      await expect(setFees(owner, db, { steps })).rejects.toThrow(BadInput);
    }
    await expect(setHours(owner, db, { week: Array(7).fill(null) })).rejects.toThrow(BadInput);
    await expect(addHoliday(owner, db, { day: "2020-01-01", note: null })).rejects.toThrow(BadInput);
    await expect(setServiceVillages(owner, db, { codes: ["18.01.04.2001"] })).rejects.toThrow(BadInput);
  });
});

describe("staff", () => {
  const people = () =>
    db.selectFrom("membership").select(["account_id", "position"]).where("warung_id", "=", budi.id).execute();

  it("may pause the shop, but not set it or its staff", async () => {
    await pauseForToday(staff, db);
    await resumeOwnWarung(staff, db);
    await expect(setHours(staff, db, { week: Array(7).fill(null) })).rejects.toThrow(NotAllowed);
    await expect(setFees(staff, db, { steps: [] })).rejects.toThrow(NotAllowed);
    await expect(setServiceVillages(staff, db, { codes: [] })).rejects.toThrow(NotAllowed);
    await expect(inviteStaff(staff, db, { name: "Joko", mobile: "+6281272000009" })).rejects.toThrow(
      NotAllowed,
    );
  });

  it("joins at once with an account, else by an invitation; the owner cannot be removed", async () => {
    const { ani } = market;
    if (ani.operator.kind !== "person") throw new Error("no person");
    await inviteStaff(owner, db, { name: "Ani", mobile: ani.operator.mobile });
    expect(await people()).toContainEqual({ account_id: ani.operator.accountId, position: "staff" });
    await expect(inviteStaff(owner, db, { name: "Ani", mobile: ani.operator.mobile })).rejects.toThrow(
      BadInput,
    );
    await removeStaff(owner, db, { accountId: ani.operator.accountId });
    await removeStaff(owner, db, { accountId: owner.accountId });
    expect(await people()).toEqual([{ account_id: owner.accountId, position: "owner" }]);

    const mobile = "+6281272000008";
    await inviteStaff(owner, db, { name: "Joko", mobile });
    await inviteStaff(owner, db, { name: "Joko Susilo", mobile });
    const invitations = await db
      .selectFrom("invitation")
      .select(["id", "name", "role", "position"])
      .where("mobile", "=", mobile)
      .execute();
    const listed = await findPeople(db, owner);
    expect(listed.map(({ name, position, account_id }) => [name, position, account_id === null])).toEqual([
      ["Warung Pak Budi", "owner", false],
      ["Joko Susilo", "staff", true],
    ]);
    expect(invitations).toMatchObject([{ name: "Joko Susilo", role: "operator", position: "staff" }]);
    await removeStaff(owner, db, { invitationId: invitations[0]!.id });
    expect(await db.selectFrom("invitation").select("id").where("mobile", "=", mobile).execute()).toEqual([]);
  });

  it("tells the invited number once a minute, and only so many numbers an hour", async () => {
    const mobile = "+6281272000019";
    const { warungId } = asOperator(owner).warung;
    await Promise.all(Array.from({ length: 5 }, () => inviteStaff(owner, db, { name: "Joko", mobile })));
    expect(await db.selectFrom("message").select("id").where("mobile", "=", mobile).execute()).toHaveLength(
      1,
    );
    const again = async () => {
      for (let time = 0; time < 40; time++) await inviteStaff(owner, db, { name: "Joko", mobile });
    };
    await expect(again()).rejects.toThrow(TooManyTries);
    await db.deleteFrom("invitation").where("warung_id", "=", warungId).execute();
  });
});
