import type { QueuePlace } from "../domain/orders/find-officer-queue.server.ts";

/** `?setelah=LL-7K3M9Q`, and `?bagian=terlambat` in the second part of the queue. What makes no sense is the start. */
export function readQueuePlace(url: URL): QueuePlace {
  const after = url.searchParams.get("setelah") ?? "";
  return {
    late: url.searchParams.get("bagian") === "terlambat",
    after: /^LL-[0-9A-Z]{6}$/.test(after) ? after : undefined,
  };
}
