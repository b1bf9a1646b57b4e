import { SHARE_SORTS, type ShareSort } from "../domain/reports/fair-share.ts";
import { PACKING_KINDS, type PackingKind } from "../domain/reports/packing-list.ts";
import { type ReportDay, reportDay, reportMonth, WINDOW_KEYS } from "../domain/reports/report-day.ts";
import { now } from "../lib/clock.ts";

/** What the address of a report asks for; what makes no sense is left out rather than refused. */
export function askedDay(url: URL): ReportDay {
  return reportDay(url.searchParams.get("hari"), now());
}

export function askedMonth(url: URL) {
  return reportMonth(url.searchParams.get("bulan"), now());
}

export function askedPacking(url: URL): { day: ReportDay; window: string; kind: PackingKind } {
  const kind = url.searchParams.get("menurut") ?? "";
  const window = url.searchParams.get("jam") ?? "";
  return {
    day: askedDay(url),
    window: WINDOW_KEYS.includes(window) ? window : "",
    kind: Object.hasOwn(PACKING_KINDS, kind) ? (kind as PackingKind) : "pesanan",
  };
}

/** Month, regency and order of the officers' page on fair shares. */
export function askedShare(url: URL) {
  const regency = url.searchParams.get("kabupaten") ?? "";
  const by = url.searchParams.get("urut") ?? "";
  return {
    month: askedMonth(url),
    regencyCode: /^18\.\d\d$/.test(regency) ? regency : undefined,
    by: Object.hasOwn(SHARE_SORTS, by) ? (by as ShareSort) : ("pesanan" as const),
    rising: url.searchParams.get("arah") === "naik",
  };
}

/** The page of a long list, from 1. */
export function askedPage(url: URL): number {
  const page = Number(url.searchParams.get("halaman"));
  return Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1;
}
