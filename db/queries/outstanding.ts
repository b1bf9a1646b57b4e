import { sql } from "kysely";

/** Of a payment called `pay`: rupiah still to be taken in cash at hand-over, as `outstandingOf` counts it; 0 without one. */
export const outstandingOfPay = sql<number>`
  coalesce(case when pay.method = 'card' and pay.status = 'held' then 0
    else greatest(0, pay.amount - pay.cash - (pay.received - pay.returned)) end, 0)::bigint`;
