import type { AuditThing } from "./audit-actions.ts";

const FOLDERS: Record<AuditThing, string | null> = {
  order: "/dinas/pesanan/",
  complaint: "/dinas/keluhan/",
  // the page lists all that the office counts
  money: "/dinas/uang#",
  umkm: "/dinas/umkm/",
  product: "/dinas/produk?produk=",
  // prices are set by the sheet: its key is the regency
  staple: "/dinas/harga?kabupaten=",
  warung: "/dinas/warung/",
  import: "/dinas/impor/",
  export: null,
  officer: null,
  card: null,
  message: null,
  calendar: "/dinas/kalender#",
  synonym: "/dinas/pencarian?lihat=padanan&kata=",
  settlement: "/dinas/penyelesaian/",
  fee: "/dinas/ketentuan#",
};

/** The officers' page of what a record speaks of; null when it has none. */
export function thingAddress(thing: string, key: string): string | null {
  const folder = FOLDERS[thing as AuditThing];
  return folder ? folder + encodeURIComponent(key) : null;
}
