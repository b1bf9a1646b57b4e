export const UMKM_KINDS = ["UMKM", "Koperasi"] as const;
export type UmkmKind = (typeof UMKM_KINDS)[number];
