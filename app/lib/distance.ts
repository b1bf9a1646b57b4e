/** A point in degrees, WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number };

const EARTH_RADIUS_METRES = 6_371_000;

/** Metres as the crow flies. A flat map is exact enough within the province: less than a metre in ten kilometres. */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return Math.hypot(x, (b.latitude - a.latitude) * radians) * EARTH_RADIUS_METRES;
}

/** `800 m`, `3,1 km`; to the nearest 50 m, as village centres are no exact address. */
export function distanceText(metres: number): string {
  const rounded = Math.max(50, Math.round(metres / 50) * 50);
  return rounded < 1000
    ? `${rounded} m`
    : `${(rounded / 1000).toFixed(1).replace(".", ",").replace(",0", "")} km`;
}
