import type { AuditThing } from "./audit-actions.ts";

const FOLDERS: Record<AuditThing, string | null> = {
  order: "/dinas/pesanan/",
  umkm: "/dinas/umkm/",
  product: "/dinas/produk?q=",
  staple: "/dinas/harga/",
  warung: "/dinas/warung/",
  import: "/dinas/impor/",
  export: null,
  officer: null,
};

/** The officers' page of what a record speaks of; null when it has none. */
export function thingAddress(thing: string, key: string): string | null {
  const folder = FOLDERS[thing as AuditThing];
  // a sheet of prices is of a whole regency, which has no page among the staples
  if (!folder || (thing === "staple" && /^\d\d\.\d\d$/.test(key))) return null;
  return folder + encodeURIComponent(key);
}
