import type { QueuePlace } from "../domain/orders/find-officer-queue.server.ts";

/** How an address calls the parts of the queue; the first has no name. */
export const PART_NAMES = { late: "terlambat", running: "berjalan" } as const;

/** `?setelah=LL-7K3M9Q`, and `?bagian=terlambat` in a later part of the queue. What makes no sense is the start. */
export function readQueuePlace(url: URL): QueuePlace {
  const after = url.searchParams.get("setelah") ?? "";
  const name = url.searchParams.get("bagian");
  const [part] = Object.entries(PART_NAMES).find(([, called]) => called === name) ?? ["needing"];
  return {
    part: part as QueuePlace["part"],
    after: /^LL-[0-9A-Z]{6}$/.test(after) ? after : undefined,
  };
}
