/** Runs the jobs: `node --import tsx app/worker.ts`. Job name → domain function, in one table. */
import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import { closeDatabase, database } from "#db/db.server.ts";
import { unlockAbandonedJobs, WORKER_NAME } from "#db/queries/jobs.ts";
import { indexProducts } from "#search/index-products.server.ts";
import { indexStaples } from "#search/index-staples.server.ts";
import { indexSynonyms } from "#search/index-synonyms.server.ts";
import { keepSearch, keepSearchOnceBack } from "#search/upkeep.server.ts";
import { giveSellerTurns } from "./domain/catalogue/give-seller-turns.server.ts";
import { packShelfCounts } from "./domain/catalogue/pack-shelf-counts.server.ts";
import { expireComplaint } from "./domain/complaints/expire-complaint.server.ts";
import { finishCardRefund } from "./domain/complaints/finish-card-refund.server.ts";
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
import { capturePayment } from "./domain/payments/card/capture-payment.server.ts";
import { followProviderEvent } from "./domain/payments/card/follow-provider-event.server.ts";
import { payCardRefund } from "./domain/payments/card/pay-card-refund.server.ts";
import { sweepCardPayments } from "./domain/payments/card/sweep-card-payments.server.ts";
import { forgetHandInProofs } from "./domain/payments/hand-in/forget-proofs.server.ts";
import { remindHeldMoney } from "./domain/payments/hand-in/remind-held-money.server.ts";
import { sweepRefunds } from "./domain/payments/refunds/sweep-refunds.server.ts";
import { checkLedger, checkLedgerIfLate } from "./domain/reports/check-ledger.server.ts";
import { clearExpired } from "./domain/reports/clear-expired.server.ts";
import { refreshCategoryMedians } from "./domain/reports/refresh-category-medians.server.ts";
import { refreshMarketFigures } from "./domain/reports/refresh-market-figures.server.ts";
import { forgetSearches } from "./domain/searches/forget-searches.server.ts";
import { drawUpSettlements } from "./domain/settlement/draw-up-settlements.server.ts";
import { tellPayees } from "./domain/settlement/tell-payees.server.ts";
import { now } from "./lib/clock.ts";
import { env } from "./lib/env.server.ts";
import { log } from "./lib/log.server.ts";

const CONCURRENCY = 4;
/** Index jobs wait together for one write, and must keep no order waiting while Meilisearch is slow. */
const INDEX_CONCURRENCY = 50;
/** The queue looks by itself this often, should a notification be missed. Milliseconds. */
const POLL_MS = 1_000;
/** What is not done by then when the worker is to stop is left as it is. Milliseconds. */
const STOP_MS = 5_000;

const db = database();

type Work<Name extends keyof Jobs> = { readonly [N in Name]: (payload: Jobs[N]) => Promise<unknown> };
type IndexJob = "index-products" | "index-staples" | "index-synonyms";

/** The queue tries again after pauses that grow to hours; what failed with Meilisearch is due as soon as it is back. */
async function orOnceBack(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    keepSearchOnceBack(db);
    throw error;
  }
}

const indexWork: Work<IndexJob> = {
  "index-products": ({ productIds }) => orOnceBack(indexProducts(db, productIds)),
  "index-staples": () => orOnceBack(indexStaples(db)),
  "index-synonyms": () => orOnceBack(indexSynonyms(db)),
};

const work: Work<Exclude<keyof Jobs, IndexJob>> = {
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
  "capture-payment": ({ checkoutId }) => capturePayment(db, checkoutId),
  "pay-refund": ({ refundId }) => payCardRefund(db, refundId),
  "finish-card-refund": ({ refundId }) => finishCardRefund(db, refundId),
  "follow-provider-event": ({ eventId }) => followProviderEvent(db, eventId),
  "tell-payees": ({ batchId }) => tellPayees(db, batchId),
};

const regular = {
  "sweep-deadlines": () => sweepDeadlines(db),
  "sweep-complaints": () => sweepComplaints(db),
  "sweep-card-payments": () => sweepCardPayments(db),
  "fail-abandoned-imports": () => failAbandonedImports(db),
  "give-seller-turns": () => giveSellerTurns(db, now()),
  "pack-shelf-counts": () => packShelfCounts(db),
  "refresh-market-figures": () => refreshMarketFigures(db),
  "clear-expired": () =>
    Promise.all([
      clearExpired(db),
      clearImports(db),
      forgetPhotos(db),
      forgetSearches(db),
      forgetHandInProofs(db),
    ]),
  "refresh-category-medians": () => refreshCategoryMedians(db),
  "draw-up-settlements": () => drawUpSettlements(db),
  "check-ledger": () => checkLedger(db),
  "remind-held-money": () => remindHeldMoney(db),
  "sweep-refunds": () => sweepRefunds(db),
};

const upkeep = { "keep-search": () => keepSearch(db) };

/** When those run that need not run every minute. */
const HOURLY: Readonly<Record<string, string>> = {
  "give-seller-turns": "1 * * * *",
  "clear-expired": "17 * * * *",
  "refresh-category-medians": "27 * * * *",
  "draw-up-settlements": "2 * * * *",
  // 02.10 WIB; cron counts in UTC
  "check-ledger": "10 19 * * *",
  "remind-held-money": "37 * * * *",
  "sweep-refunds": "47 * * * *",
};

const taskList = (tasks: object): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, act]) => [
      name,
      async (payload: unknown) => void (await (act as (payload: unknown) => Promise<unknown>)(payload)),
    ]),
  );

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

const common = { connectionString: queueUrl.href, pollInterval: POLL_MS, noHandleSignals: true, logger };
const everyMinute = { backfillPeriod: 0, maxAttempts: 1 };

const runner = await run({
  ...common,
  concurrency: CONCURRENCY,
  maxPoolSize: CONCURRENCY + 2,
  taskList: taskList({ ...work, ...regular }),
  parsedCronItems: parseCronItems(
    Object.keys({ ...regular, ...upkeep }).map((task) => ({
      task,
      match: HOURLY[task] ?? "* * * * *",
      options: everyMinute,
    })),
  ),
});
const indexRunner = await run({
  ...common,
  concurrency: INDEX_CONCURRENCY,
  maxPoolSize: CONCURRENCY,
  taskList: taskList({ ...indexWork, ...upkeep }),
});

// Whatever fell due while nothing was running is done at once, not in a minute.
await Promise.all([
  sweepDeadlines(db),
  sweepComplaints(db),
  sweepCardPayments(db),
  failAbandonedImports(db),
  refreshMarketFigures(db),
  refreshCategoryMedians(db),
  drawUpSettlements(db),
  checkLedgerIfLate(db),
  giveSellerTurns(db, now()),
]).catch((error) => log.error({ err: error }, "first sweep"));
// Building an index takes its time, and nothing waits for it.
keepSearch(db).catch((error) => {
  log.error({ err: error }, "search upkeep");
  keepSearchOnceBack(db);
});
log.info("worker ready");
process.send?.("ready");

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // An index that is being built, or a search server that hangs, is not waited for: the next start takes it up again.
  setTimeout(() => process.exit(0), STOP_MS).unref();
  await Promise.all([runner.stop(), indexRunner.stop()]);
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The launcher was killed: without it nobody would stop us.
process.on("disconnect", () => void stop());
