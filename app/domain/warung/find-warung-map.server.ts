import type { Db } from "#db/client.server.ts";
import {
  findMapRegencies,
  findMapVillages,
  findMapWarung,
  type MapVillageRow,
} from "#db/queries/warung-map.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { dots, sheetFor } from "./draw-map.ts";
import type { WarungStatus } from "./warung-status.ts";

export const COVERAGES = ["covered", "waiting", "bare"] as const;
export type Coverage = (typeof COVERAGES)[number];

export type WarungMap = {
  readonly width: number;
  readonly height: number;
  /** villages by whether somebody serves them, each kind as one SVG path */
  readonly villages: Readonly<Record<Coverage, string>>;
  readonly warung: readonly {
    readonly slug: string;
    readonly name: string;
    readonly status: WarungStatus;
    readonly x: number;
    readonly y: number;
  }[];
  readonly names: readonly {
    readonly code: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
  /** regencies the officer may look at */
  readonly regencies: readonly ({ readonly code: string; readonly name: string } & Readonly<
    Record<Coverage, number>
  >)[];
  /** the regency that is shown; null: all of them */
  readonly regencyCode: string | null;
  /** villages of the shown regency that nobody serves, by district */
  readonly bare: readonly { readonly district: string; readonly villages: readonly string[] }[];
};

const coverageOf = (village: MapVillageRow): Coverage =>
  village.covered ? "covered" : village.waiting ? "waiting" : "bare";

function byDistrict(villages: readonly MapVillageRow[]): WarungMap["bare"] {
  const districts = new Map<string, string[]>();
  for (const { district, name } of villages)
    districts.set(district, [...(districts.get(district) ?? []), name]);
  return [...districts].map(([district, names]) => ({ district, villages: names }));
}

/**
 * The villages of Lampung, or of one regency, and who serves them. A regency's officer sees their own. Three queries.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findWarungMap(db: Db, actor: Actor, chosen: string | undefined): Promise<WarungMap> {
  const own = asOfficer(actor).regencyCode;
  const [allVillages, known, allWarung] = await Promise.all([
    findMapVillages(db, { regencyCode: own }),
    findMapRegencies(db),
    findMapWarung(db, { regencyCode: own ?? chosen ?? null }),
  ]);
  const regencies = known.filter((regency) => own === null || regency.code === own);
  const regencyCode = own ?? regencies.find((regency) => regency.code === chosen)?.code ?? null;
  const shown = allVillages.filter((village) => regencyCode === null || village.regency_code === regencyCode);
  const sheet = sheetFor(shown);
  const drawn = (coverage: Coverage) =>
    dots(shown.filter((village) => coverageOf(village) === coverage).map(sheet.at));
  const counted = (code: string, coverage: Coverage) =>
    allVillages.filter((village) => village.regency_code === code && coverageOf(village) === coverage).length;
  const place = (point: { latitude: number; longitude: number }) => {
    const [x, y] = sheet.at(point);
    return { x, y };
  };
  return {
    width: sheet.width,
    height: sheet.height,
    villages: { covered: drawn("covered"), waiting: drawn("waiting"), bare: drawn("bare") },
    warung: allWarung.map(({ slug, name, status, ...point }) => ({
      slug,
      name,
      status: status as WarungStatus,
      ...place(point),
    })),
    names: known
      .filter((regency) => regencyCode === null || regency.code === regencyCode)
      .map(({ code, name, kind, ...point }) => ({ code, name: regencyName(name, kind), ...place(point) })),
    regencies: regencies.map(({ code, name, kind }) => ({
      code,
      name: regencyName(name, kind),
      covered: counted(code, "covered"),
      waiting: counted(code, "waiting"),
      bare: counted(code, "bare"),
    })),
    regencyCode,
    bare: regencyCode === null ? [] : byDistrict(shown.filter((village) => coverageOf(village) === "bare")),
  };
}
