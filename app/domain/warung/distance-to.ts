import { metresBetween, type Point } from "../../lib/distance.ts";

/** Metres from a warung to the middle of a village; null when nobody has measured where the warung is. */
export function distanceTo(
  warung: { readonly latitude: number | null; readonly longitude: number | null },
  village: Point,
): number | null {
  const { latitude, longitude } = warung;
  if (latitude === null || longitude === null) return null;
  return Math.round(metresBetween({ latitude, longitude }, village));
}
