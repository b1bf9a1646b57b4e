import type { Db } from "#db/client.server.ts";
import { findAreaVillages } from "#db/queries/warung-settings.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { distanceTo } from "./distance-to.ts";
import { findOwnWarung } from "./find-own-warung.server.ts";

export type AreaDistrict = {
  readonly code: string;
  readonly name: string;
  /** set when it lies in another regency */
  readonly beyond: string | null;
  readonly served: number;
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    /** metres; null when the warung has no coordinates */
    readonly distanceM: number | null;
    readonly served: boolean;
  }[];
};

/**
 * The villages a warung may serve, by district: its own first, then the nearest. Two queries.
 * @throws NotFound
 */
export async function findServiceArea(
  db: Db,
  warungId: number,
): Promise<{ located: boolean; districts: AreaDistrict[] }> {
  const warung = await findOwnWarung(db, warungId);
  const rows = await findAreaVillages(db, warungId, warung.regency_code);
  const byDistrict = new Map<string, typeof rows>();
  for (const row of rows)
    byDistrict.set(row.district_code, [...(byDistrict.get(row.district_code) ?? []), row]);
  const districts = [...byDistrict].map(([code, villages]) => {
    const [first] = villages;
    const listed = villages.map((village) => ({
      code: village.code,
      name: village.name,
      distanceM: distanceTo(warung, village),
      served: village.served,
    }));
    return {
      code,
      name: first!.district,
      beyond:
        first!.regency_code === warung.regency_code ? null : regencyName(first!.regency, first!.regency_kind),
      served: listed.filter((village) => village.served).length,
      villages: listed.toSorted((a, b) => (a.distanceM ?? 0) - (b.distanceM ?? 0)),
    };
  });
  const nearest = (district: AreaDistrict) =>
    district.code === warung.district_code ? -1 : (district.villages[0]?.distanceM ?? 0);
  return {
    located: warung.latitude !== null,
    districts: districts.toSorted((a, b) => nearest(a) - nearest(b)),
  };
}
