/** Runs the jobs: `node --import tsx app/worker.ts`. Job name → domain function, in one table. */
import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import { closeDatabase, database } from "#db/db.server.ts";
import { unlockAbandonedJobs, WORKER_NAME } from "#db/queries/jobs.ts";
import { indexProducts } from "#search/index-products.server.ts";
import { indexStaples } from "#search/index-staples.server.ts";
import { indexSynonyms } from "#search/index-synonyms.server.ts";
import { expireComplaint } from "./domain/complaints/expire-complaint.server.ts";
import { sweepComplaints } from "./domain/complaints/sweep-complaints.server.ts";
import { clearImports } from "./domain/imports/clear-imports.server.ts";
import { failAbandonedImports } from "./domain/imports/fail-abandoned-imports.server.ts";
import { runImport } from "./domain/imports/run-import.server.ts";
import type { Jobs } from "./domain/jobs/enqueue.server.ts";
import { completeOrder } from "./domain/orders/complete-order.server.ts";
import { forgetPhotos } from "./domain/orders/delivery/forget-photos.server.ts";
import { expireOffer } from "./domain/orders/expire-offer.server.ts";
import { expireShortage } from "./domain/orders/expire-shortage.server.ts";
import { remindOffer } from "./domain/orders/remind-offer.server.ts";
import { routeWaiting } from "./domain/orders/route-waiting.server.ts";
import { sweepDeadlines } from "./domain/orders/sweep-deadlines.server.ts";
import { deliverToldMessage } from "./domain/orders/telling/deliver-told-message.server.ts";
import { ringToldMessage } from "./domain/orders/telling/ring-told-message.server.ts";
import { tellOrderEvent } from "./domain/orders/telling/tell-order-event.server.ts";
import { withdrawOffers } from "./domain/orders/withdraw-offers.server.ts";
import { clearExpired } from "./domain/reports/clear-expired.server.ts";
import { refreshCategoryMedians } from "./domain/reports/refresh-category-medians.server.ts";
import { refreshMarketFigures } from "./domain/reports/refresh-market-figures.server.ts";
import { forgetSearches } from "./domain/searches/forget-searches.server.ts";
import { env } from "./lib/env.server.ts";
import { log } from "./lib/log.server.ts";

const CONCURRENCY = 4;
/** The queue looks by itself this often, should a notification be missed. Milliseconds. */
const POLL_MS = 1_000;

const db = database();

type Work = { readonly [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<unknown> };

const work: Work = {
  "index-products": ({ productIds }) => indexProducts(db, productIds),
  "index-staples": () => indexStaples(db),
  "index-synonyms": () => indexSynonyms(db),
  "route-order": ({ orderId }) => routeWaiting(db, orderId),
  "remind-offer": ({ offerId }) => remindOffer(db, offerId),
  "expire-offer": ({ offerId }) => expireOffer(db, offerId),
  "expire-shortage": ({ shortageId }) => expireShortage(db, shortageId),
  "withdraw-offers": ({ warungId }) => withdrawOffers(db, warungId),
  "send-message": ({ messageId }) => deliverToldMessage(db, messageId),
  "tell-order-event": ({ eventId }) => tellOrderEvent(db, eventId),
  "send-push": (which) => ringToldMessage(db, which),
  "import-run": ({ runId }) => runImport(db, runId),
  "complete-order": ({ orderId }) => completeOrder(db, orderId),
  "expire-complaint": ({ complaintId }) => expireComplaint(db, complaintId),
};

const regular = {
  "sweep-deadlines": () => sweepDeadlines(db),
  "sweep-complaints": () => sweepComplaints(db),
  "fail-abandoned-imports": () => failAbandonedImports(db),
  "refresh-market-figures": () => refreshMarketFigures(db),
  "clear-expired": () =>
    Promise.all([clearExpired(db), clearImports(db), forgetPhotos(db), forgetSearches(db)]),
  "refresh-category-medians": () => refreshCategoryMedians(db),
};

/** When those run that need not run every minute. */
const HOURLY: Readonly<Record<string, string>> = {
  "clear-expired": "17 * * * *",
  "refresh-category-medians": "27 * * * *",
};

const taskList = Object.fromEntries(
  Object.entries({ ...work, ...regular }).map(([name, act]) => [
    name,
    async (payload: unknown) => void (await (act as (payload: unknown) => Promise<unknown>)(payload)),
  ]),
) as TaskList;

/** Messages of failed jobs name the job and its id; what a job carries may be personal, and is left out. */
let stopping = false;
const logger = new Logger((scope) => (level, message) => {
  // with Ctrl-C the database hears of the end as early as we do: what it cuts off then is no fault
  if (level === "error" && !stopping)
    log.error({ job: scope.taskIdentifier, jobId: scope.jobId }, message.slice(0, 300));
});

const queueUrl = new URL(env().DATABASE_URL ?? "");
queueUrl.searchParams.set("application_name", WORKER_NAME);
await unlockAbandonedJobs(db);

const runner = await run({
  connectionString: queueUrl.href,
  concurrency: CONCURRENCY,
  pollInterval: POLL_MS,
  maxPoolSize: CONCURRENCY + 2,
  noHandleSignals: true,
  taskList,
  logger,
  parsedCronItems: parseCronItems(
    Object.keys(regular).map((task) => ({
      task,
      match: HOURLY[task] ?? "* * * * *",
      options: { backfillPeriod: 0, maxAttempts: 1 },
    })),
  ),
});

// Whatever fell due while nothing was running is done at once, not in a minute.
await Promise.all([
  sweepDeadlines(db),
  sweepComplaints(db),
  failAbandonedImports(db),
  refreshMarketFigures(db),
  refreshCategoryMedians(db),
]).catch((error) => log.error({ err: error }, "first sweep"));
log.info("worker ready");
process.send?.("ready");

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runner.stop();
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The launcher was killed: without it nobody would stop us.
process.on("disconnect", () => void stop());
