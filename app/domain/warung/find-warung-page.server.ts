import type { Db } from "#db/client.server.ts";
import { findShelfRows, findWarungRow } from "#db/queries/warung-pages.ts";
import { clockText, dateWib, now, weekdayName, weekdayWib } from "../../lib/clock.ts";
import { distanceText } from "../../lib/distance.ts";
import { NotFound } from "../../lib/errors.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { deliveryFee } from "./delivery-fee.ts";
import { openingTimes, openText } from "./week-hours.ts";

export type ShelfStaple = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number | null;
  readonly availability: "ada" | "sedikit" | "habis";
  readonly picture: { readonly hash: string; readonly ground: string; readonly alt: string } | null;
};

/**
 * A warung's public page: hours, where it brings goods and for how much, and its staples in groups. Two queries.
 * @throws NotFound for one that is not working for the public
 */
export async function findWarungPage(db: Db, slug: string, villageCode: string | undefined) {
  const row = await findWarungRow(db, slug);
  if (!row) throw new NotFound("warung");
  const at = now();
  const shelf = await findShelfRows(db, row.id, row.regency_code, dateWib(at));
  const times = openingTimes(row);
  const opening = openText(times, at);
  const today = weekdayWib(at);
  const groups = new Map<string, ShelfStaple[]>();
  for (const staple of shelf) {
    const { hash, ground, group_name, availability, ...rest } = staple;
    const group = groups.get(group_name) ?? [];
    groups.set(group_name, group);
    group.push({
      ...rest,
      // never said anything about it: not there, as routing reads it too
      availability: availability ?? "habis",
      picture: hash && ground ? { hash, ground, alt: rest.name } : null,
    });
  }
  const mine = row.villages.find((village) => village.code === villageCode);
  return {
    slug: row.slug,
    name: row.name,
    keeper: row.keeper_name,
    paused: row.status === "paused",
    address: row.address,
    place: `${row.village}, ${row.district}, ${regencyName(row.regency, row.regency_kind)}`,
    regency: regencyName(row.regency, row.regency_kind),
    regencyCode: row.regency_code,
    pickup: row.offers_pickup,
    opening,
    week: [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
      const day = times.week[weekday];
      return {
        day: weekdayName(weekday),
        hours: day ? `${clockText(day.opens)}–${clockText(day.closes)}` : "tutup",
        today: weekday === today,
      };
    }),
    fees: row.fees.map((step) => ({ upTo: distanceText(step.up_to_m), fee: step.fee })),
    villages: row.villages.map(({ code, name, district }) => ({ code, name, district })),
    /** what it costs to the chosen village; null when it is not served or none is chosen */
    toVillage: mine ? { fee: deliveryFee(row.fees, mine.distance_m) } : null,
    groups: [...groups].map(([name, staples]) => ({ name, staples })),
  };
}
