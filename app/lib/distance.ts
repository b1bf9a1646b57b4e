/** A point in degrees, WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number };

const EARTH_RADIUS_METRES = 6_371_000;

/** Metres as the crow flies. A flat map is exact enough within the province: less than a metre in ten kilometres. */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return Math.hypot(x, (b.latitude - a.latitude) * radians) * EARTH_RADIUS_METRES;
}
