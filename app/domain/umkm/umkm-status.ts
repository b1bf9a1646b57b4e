export const UMKM_STATUSES = ["draft", "submitted", "returned", "verified", "suspended"] as const;
export type UmkmStatus = (typeof UMKM_STATUSES)[number];

/**
 * Where an application may go from where it is. Read aloud: "submitted, then verified or returned". Back to a draft,
 * which no officer sees, goes what is withdrawn.
 */
export const NEXT_UMKM = {
  draft: ["submitted"],
  submitted: ["verified", "returned", "draft"],
  returned: ["submitted", "draft"],
  verified: ["suspended"],
  suspended: ["verified"],
} as const satisfies Record<UmkmStatus, readonly UmkmStatus[]>;

export const UMKM_LABEL = {
  draft: "Belum dikirim",
  submitted: "Menunggu diperiksa",
  returned: "Dikembalikan",
  verified: "Terverifikasi",
  suspended: "Dibekukan",
} as const satisfies Record<UmkmStatus, string>;

/** Its owner may still change what the application says. */
export function canEditApplication(status: string): boolean {
  return status === "draft" || status === "returned";
}
