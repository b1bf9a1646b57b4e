import type { Tx } from "#db/client.server.ts";
import { insertJobs, type JobOptions, notifyChanges, removeJobs } from "#db/queries/jobs.ts";

/** Every job there is, with what it is told. `app/worker.ts` maps each name to its domain function. */
export type Jobs = {
  /** bring these products' search documents up to date (or take them out) */
  "index-products": { readonly productIds: readonly number[] };
  /** bring the search documents of all staples up to date */
  "index-staples": Record<string, never>;
  /** bring the index's synonyms up to date with the words officers added */
  "index-synonyms": Record<string, never>;
  /** find the next warung for a placed order, or hand it to an officer */
  "route-order": { readonly orderId: number };
  /** half of the answering time is over */
  "remind-offer": { readonly offerId: number };
  /** the answering time is over */
  "expire-offer": { readonly offerId: number };
  /** the time to answer about missing goods is over */
  "expire-shortage": { readonly shortageId: number };
  /** a warung was taken out: what it has not answered is asked of the next */
  "withdraw-offers": { readonly warungId: number };
  /** hand a message to the channel that is set */
  "send-message": { readonly messageId: number };
  /** write to those whom a step of an order concerns */
  "tell-order-event": { readonly eventId: number };
  /** make one device ring for a message */
  "send-push": { readonly messageId: number; readonly subscriptionId: number };
  /** look through an officer's file, or write it, from where the last try ended */
  "import-run": { readonly runId: number };
  /** the time to complain is over */
  "complete-order": { readonly orderId: number };
  /** write to those whose transfer was paid or came back */
  "tell-payees": { readonly batchId: number };
  /** the time for the next step of a complaint is over */
  "expire-complaint": { readonly complaintId: number };
  /** a card that is held may be charged for what will be delivered, or let go */
  "capture-payment": { readonly checkoutId: number };
  /** give money back to a card */
  "pay-refund": { readonly refundId: number };
  /** a card has its money back: the complaint it is for is over */
  "finish-card-refund": { readonly refundId: number };
  /** the card provider told us of something: see how it stands */
  "follow-provider-event": { readonly eventId: string };
};

/** Adds a job to this transaction: it runs if and only if the transaction commits, and survives a restart. */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  options: JobOptions = {},
): Promise<void> {
  await insertJobs(tx, [{ name, payload, options }]);
}

/** A job on paper: what `enqueueAll` adds. */
export type PlannedJob = {
  readonly [Name in keyof Jobs]: {
    readonly name: Name;
    readonly payload: Jobs[Name];
    readonly options: JobOptions;
  };
}[keyof Jobs];

/** As `enqueue`, for several jobs in one go. */
export async function enqueueAll(tx: Tx, jobs: readonly PlannedJob[]): Promise<void> {
  if (jobs.length > 0) await insertJobs(tx, jobs);
}

/** Takes jobs back by their keys: this transaction has done their work. */
export async function takeBack(tx: Tx, keys: readonly string[]): Promise<void> {
  await removeJobs(tx, keys);
}

/**
 * What a page may wait for. `catalogue` = something the public pages show changed; `search` = searches have caught up
 * with such a change; `synonyms` = officers' words for the search changed; `warung:ID` = the board of one warung;
 * `order:ID` = one order's tracking page; `import:ID` = one file on its way in.
 */
export type Topic =
  | "catalogue"
  | "search"
  | "synonyms"
  | `warung:${number}`
  | `order:${number}`
  | `import:${number}`;

/** Tells open pages and page caches, when this transaction commits, that something they show has changed. */
export async function announce(tx: Tx, topic: Topic): Promise<void> {
  await notifyChanges(tx, [topic]);
}

/** As `announce`, for several topics; each is told once. */
export async function announceAll(tx: Tx, topics: readonly Topic[]): Promise<void> {
  await notifyChanges(tx, [...new Set(topics)]);
}
