export const WARUNG_STATUSES = ["nominated", "designated", "ready", "paused", "suspended"] as const;
export type WarungStatus = (typeof WARUNG_STATUSES)[number];

/** How many the province wants. */
export const WARUNG_TARGET = 226;

/**
 * Where a warung may go from where it is. A revoked one is a nomination again; a suspended one comes back to where its
 * gate stands: ready when it had passed, else designated.
 */
export const NEXT = {
  nominated: ["designated"],
  designated: ["ready", "suspended", "nominated"],
  ready: ["paused", "suspended", "nominated"],
  paused: ["ready", "suspended", "nominated"],
  suspended: ["designated", "ready", "nominated"],
} as const satisfies Record<WarungStatus, readonly WarungStatus[]>;

export const WARUNG_LABEL = {
  nominated: "Diusulkan",
  designated: "Ditetapkan",
  ready: "Siap",
  paused: "Jeda",
  suspended: "Dibekukan",
} as const satisfies Record<WarungStatus, string>;

/** The province takes the designation away. */
export function canRevoke(status: WarungStatus): boolean {
  return (NEXT[status] as readonly WarungStatus[]).includes("nominated");
}

export function canSuspend(status: WarungStatus): boolean {
  return (NEXT[status] as readonly WarungStatus[]).includes("suspended");
}
