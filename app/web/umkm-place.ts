export const UMKM_TABS = {
  menunggu: { status: "submitted", label: "Menunggu" },
  dikembalikan: { status: "returned", label: "Dikembalikan" },
  terverifikasi: { status: "verified", label: "Terverifikasi" },
  dibekukan: { status: "suspended", label: "Dibekukan" },
} as const;
export type UmkmTab = keyof typeof UMKM_TABS;

export type UmkmPlace = {
  readonly tab: UmkmTab;
  readonly words: string;
  readonly after?: string | undefined;
  readonly spotCheck: boolean;
};

/** An NIK was typed into the search: it must not stay in an address. */
export function holdsNik(url: URL): boolean {
  return /\d{16}/.test((url.searchParams.get("q") ?? "").replace(/[\s.-]/g, ""));
}

/** `?bagian=terverifikasi&q=yuni&setelah=keripik-yuni`, or `?uji=1`. What makes no sense is the start. */
export function readUmkmPlace(url: URL): UmkmPlace {
  const get = (name: string) => url.searchParams.get(name) ?? "";
  const tab = get("bagian");
  const after = get("setelah");
  return {
    tab: Object.hasOwn(UMKM_TABS, tab) ? (tab as UmkmTab) : "menunggu",
    words: holdsNik(url) ? "" : get("q").replace(/\s+/g, " ").trim().slice(0, 80),
    after: /^[a-z0-9-]{1,120}$/.test(after) ? after : undefined,
    spotCheck: get("uji") === "1",
  };
}

/** The query of an address with this place in the list; what is usual is left out. */
export function umkmPlaceQuery({ tab, words, after, spotCheck }: UmkmPlace): string {
  const params = new URLSearchParams();
  if (spotCheck) params.set("uji", "1");
  else if (words) params.set("q", words);
  else if (tab !== "menunggu") params.set("bagian", tab);
  if (after) params.set("setelah", after);
  return params.size > 0 ? `?${params}` : "";
}
