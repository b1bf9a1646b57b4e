import type { ComplaintPlace } from "../domain/complaints/find-office-complaints.server.ts";

/** The parts of the officers' list of complaints. */
export const COMPLAINT_TABS = {
  putuskan: { list: "decide", label: "Perlu keputusan" },
  berjalan: { list: "open", label: "Berjalan" },
  selesai: { list: "done", label: "Selesai" },
} as const satisfies Record<string, { list: ComplaintPlace["list"]; label: string }>;

export type ComplaintTab = keyof typeof COMPLAINT_TABS;

export type ComplaintListPlace = { readonly tab: ComplaintTab; readonly after?: string | undefined };

/** `?bagian=berjalan&setelah=KL-7K3M9Q`. What makes no sense is the start. */
export function readComplaintPlace(url: URL): ComplaintListPlace {
  const tab = url.searchParams.get("bagian") ?? "";
  const after = url.searchParams.get("setelah") ?? "";
  return {
    tab: Object.hasOwn(COMPLAINT_TABS, tab) ? (tab as ComplaintTab) : "putuskan",
    after: /^KL-[0-9A-Z]{6}$/.test(after) ? after : undefined,
  };
}

/** The query of a place; empty for the start. */
export function complaintPlaceQuery({ tab, after }: ComplaintListPlace): string {
  const params = new URLSearchParams();
  if (tab !== "putuskan") params.set("bagian", tab);
  if (after) params.set("setelah", after);
  return params.size > 0 ? `?${params}` : "";
}
