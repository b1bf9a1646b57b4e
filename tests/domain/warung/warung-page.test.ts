import { describe, expect, it } from "vitest";
import { arrivesToday } from "#app/domain/warung/arrives-today.ts";
import { findNearestWarung } from "#app/domain/warung/find-nearest-warung.server.ts";
import { findWarungPage } from "#app/domain/warung/find-warung-page.server.ts";
import { openingTimes, openText } from "#app/domain/warung/week-hours.ts";
import { distanceText } from "#app/lib/distance.ts";
import { NotFound } from "#app/lib/errors.ts";
import { aMarket, KEDATON, SUKAMENANTI } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);

const wib = (text: string) => new Date(`${text}+07:00`);
const far = (warungId: number, metres: number | null) =>
  db
    .updateTable("warung_service_village")
    .set({ distance_m: metres })
    .where("warung_id", "=", warungId)
    .where("village_code", "=", KEDATON)
    .execute();
const slugOf = async (id: number) =>
  (await db.selectFrom("warung").select("slug").where("id", "=", id).executeTakeFirstOrThrow()).slug;

describe("the nearest warung", () => {
  it("is the nearest ready one, with its own fee for that distance; one without distance comes last", async () => {
    await far(market.dedi.id, null);
    await far(market.ani.id, 3_100);
    await far(market.budi.id, 800);
    expect(await findNearestWarung(db, KEDATON)).toMatchObject({
      name: "Warung Pak Budi",
      distance: "800 m",
      fee: 5_000,
      open: true,
    });
    await db.updateTable("warung").set({ status: "paused" }).where("id", "=", market.budi.id).execute();
    expect(await findNearestWarung(db, KEDATON)).toMatchObject({
      name: "Warung Bu Ani",
      distance: "3,1 km",
      fee: 12_000,
    });
  });

  it("is none where nobody serves", async () => {
    expect(await findNearestWarung(db, "18.04.04.1001")).toBeNull();
  });
});

describe("a warung's public page", () => {
  it("shows prices of its regency, and a staple it never spoke of as gone", async () => {
    await db
      .deleteFrom("warung_staple")
      .where("warung_id", "=", market.dedi.id)
      .where("staple_id", "=", market.eggsId)
      .execute();
    const page = await findWarungPage(db, await slugOf(market.dedi.id), KEDATON);
    const staples = page.groups.flatMap((group) => group.staples);
    expect(staples.find(({ id }) => id === market.riceId)).toMatchObject({
      price: 13_500,
      availability: "ada",
    });
    expect(staples.find(({ id }) => id === market.eggsId)?.availability).toBe("habis");
    expect(page.toVillage).toEqual({ fee: 12_000 });
    expect(page.villages.map(({ code }) => code)).toContain(SUKAMENANTI);
    expect(page.week).toHaveLength(7);
  });

  it("says nothing of a fee to a village it does not serve", async () => {
    const page = await findWarungPage(db, await slugOf(market.dedi.id), "18.04.04.1001");
    expect(page.toVillage).toBeNull();
  });

  it("is not there before it is ready, nor when suspended", async () => {
    const slug = await slugOf(market.ani.id);
    for (const status of ["nominated", "designated", "suspended"]) {
      await db.updateTable("warung").set({ status }).where("id", "=", market.ani.id).execute();
      await expect(findWarungPage(db, slug, undefined)).rejects.toThrow(NotFound);
    }
  });
});

describe("words for hours and ways", () => {
  const hours = openingTimes({
    hours: [{ weekday: 2, opens: 7 * 60, closes: 20 * 60 }],
    holidays: [],
    paused_until: null,
  });

  it("says until when, or when again", () => {
    expect(openText(hours, wib("2026-11-24T12:00"))).toEqual({ open: true, text: "buka sampai 20.00" });
    expect(openText(hours, wib("2026-11-24T06:00")).text).toBe("buka lagi hari ini 07.00");
    expect(openText(hours, wib("2026-11-23T21:00")).text).toBe("buka lagi besok 07.00");
    expect(
      openText(openingTimes({ hours: [], holidays: [], paused_until: null }), wib("2026-11-24T12:00")),
    ).toEqual({ open: false, text: "sedang tutup" });
  });

  it("rounds ways to 50 m", () => {
    expect([0, 812, 975, 1_000, 3_120].map(distanceText)).toEqual([
      "50 m",
      "800 m",
      "1 km",
      "1 km",
      "3,1 km",
    ]);
  });

  it("promises today only while a window of today can be kept", () => {
    expect(arrivesToday("district", wib("2026-11-24T09:00"), new Map())).toBe(true);
    expect(arrivesToday("district", wib("2026-11-24T18:30"), new Map())).toBe(false);
    expect(arrivesToday("regency", wib("2026-11-24T09:00"), new Map())).toBe(false);
  });
});
