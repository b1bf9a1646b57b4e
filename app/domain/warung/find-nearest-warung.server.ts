import type { Db } from "#db/client.server.ts";
import { findNearestWarungRow } from "#db/queries/warung-pages.ts";
import { now } from "../../lib/clock.ts";
import { distanceText } from "../../lib/distance.ts";
import { deliveryFee } from "./delivery-fee.ts";
import { openingTimes, openText } from "./week-hours.ts";

export type NearestWarung = {
  readonly slug: string;
  readonly name: string;
  /** "800 m", or null when unknown */
  readonly distance: string | null;
  readonly open: boolean;
  readonly openText: string;
  /** rupiah to bring an order to this village */
  readonly fee: number;
};

/** The nearest ready warung that serves a village, as things stand now. One query. */
export async function findNearestWarung(db: Db, villageCode: string): Promise<NearestWarung | null> {
  const row = await findNearestWarungRow(db, villageCode);
  if (!row) return null;
  const { open, text } = openText(openingTimes(row), now());
  return {
    slug: row.slug,
    name: row.name,
    distance: row.distance_m === null ? null : distanceText(row.distance_m),
    open,
    openText: text,
    fee: deliveryFee(row.fees, row.distance_m),
  };
}
