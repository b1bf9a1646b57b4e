import type { Point } from "../../lib/distance.ts";

/** Drawing units from the west to the east of what is shown. */
const WIDTH = 1_000;
const MARGIN = 30;

export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly at: (point: Point) => [number, number];
};

/** A flat sheet that holds all these points: north up, one scale for both ways (exact enough for a province). */
export function sheetFor(points: readonly Point[]): Sheet {
  const latitudes = points.map((point) => point.latitude);
  const longitudes = points.map((point) => point.longitude);
  const north = Math.max(...latitudes);
  const west = Math.min(...longitudes);
  const squeeze = Math.cos((((north + Math.min(...latitudes)) / 2) * Math.PI) / 180);
  const span = Math.max((Math.max(...longitudes) - west) * squeeze, 0.01);
  const scale = (WIDTH - 2 * MARGIN) / span;
  const at = ({ latitude, longitude }: Point): [number, number] => [
    Math.round(MARGIN + (longitude - west) * squeeze * scale),
    Math.round(MARGIN + (north - latitude) * scale),
  ];
  const height = Math.round((north - Math.min(...latitudes)) * scale) + 2 * MARGIN;
  return { width: WIDTH, height, at };
}

/**
 * Many dots as one path: a round-capped stroke of no length each. Each move is told from the last, which keeps thousands
 * of villages within some kilobytes.
 */
export function dots(places: readonly (readonly [number, number])[]): string {
  let [lastX, lastY] = [0, 0];
  return places
    .map(([x, y]) => {
      const [right, down] = [x - lastX, y - lastY];
      [lastX, lastY] = [x, y];
      return `m${right}${down < 0 ? "" : " "}${down}h0`;
    })
    .join("");
}
