/** `RT 004/RW 002`, a dash for the one not given; null when neither is. */
export function neighbourhoodText(rt: string | null, rw: string | null): string | null {
  return rt || rw ? `RT ${rt ?? "–"}/RW ${rw ?? "–"}` : null;
}
