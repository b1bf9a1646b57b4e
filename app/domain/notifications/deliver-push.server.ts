import { createHash } from "node:crypto";
import webPush from "web-push";
import type { Db } from "#db/client.server.ts";
import {
  countPushFailure,
  deleteSubscription,
  findPush,
  markPushTaken,
  type PushRow,
} from "#db/queries/push.ts";
import { now } from "../../lib/clock.ts";
import { vapidKeys } from "./vapid.server.ts";

const PATIENCE_MS = 10_000;
const DAY_SECONDS = 24 * 3600;
const MOST_FAILURES = 20;
/** Gone (RFC 8030), or made for another key of ours: it will never work again. */
const NEVER_AGAIN = [401, 403, 404, 410];

/** Seconds until nobody needs to hear it any more. */
function secondsLeft({ created_at, push }: PushRow, at: Date): number {
  const end = push.until ? new Date(push.until).getTime() : created_at.getTime() + DAY_SECONDS * 1000;
  return Math.floor((end - at.getTime()) / 1000);
}

/**
 * Makes one device ring: a note sealed for it alone (RFC 8291), taken to its push service (RFC 8030). Sent twice, it
 * rings once: the topic replaces what the service still holds, the tag what the device already shows. What has run out
 * is left alone, and a device that is gone is forgotten.
 * @throws Error when the service did not take it: the job is tried again
 */
export async function deliverPush(
  db: Db,
  { messageId, subscriptionId }: { messageId: number; subscriptionId: number },
  at: Date = now(),
): Promise<void> {
  const found = await findPush(db, messageId, subscriptionId);
  if (!found) return;
  const ttl = secondsLeft(found, at);
  if (ttl <= 0) return;
  const { endpoint, p256dh, auth, subject, push } = found;
  const topic = createHash("sha256").update(found.key).digest("base64url").slice(0, 32);
  const request = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify({ title: subject, body: push.body, url: push.url, tag: topic }),
    { vapidDetails: vapidKeys(), TTL: ttl, urgency: "high", topic, contentEncoding: "aes128gcm" },
  );
  const response = await fetch(request.endpoint, {
    method: request.method,
    headers: Object.entries(request.headers)
      .filter(([name]) => name !== "Content-Length")
      .map(([name, value]): [string, string] => [name, String(value)]),
    body: new Uint8Array(request.body),
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => ({ ok: false, status: error instanceof Error ? error.name : "Error" }));
  if (response.ok) return markPushTaken(db, subscriptionId);
  if (NEVER_AGAIN.some((status) => status === response.status)) return deleteSubscription(db, subscriptionId);
  await countPushFailure(db, subscriptionId, MOST_FAILURES);
  // the address of a device is as good as its number: it stays out of the log
  throw new Error(`push service answered ${response.status}`);
}
