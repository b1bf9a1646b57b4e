import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Outcome } from "../page-cache.ts";

/** What kind of answer a request got: few enough to count each on its own. */
export type RouteKind = "shared" | "page" | "data" | "form" | "stream" | "static" | "picture" | "system" | "refused";

export type Metrics = {
  readonly request: (kind: RouteKind, status: number, seconds: number) => void;
  readonly cache: (outcome: Outcome) => void;
  readonly text: () => Promise<string>;
  readonly type: string;
};

/** The numbers at /metrics, in Prometheus' text format. No paths and no people in them. */
export function createMetrics(cacheBytes: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer, by kind of answer and class of status",
    labelNames: ["kind", "status"] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const cache = new Counter({
    name: "page_cache_requests_total",
    help: "Requests for guests' pages: hit, joined a render under way, or miss",
    labelNames: ["outcome"] as const,
    registers: [registry],
  });
  new Gauge({
    name: "page_cache_bytes",
    help: "Size of the pages kept",
    registers: [registry],
    collect() {
      this.set(cacheBytes());
    },
  });
  return {
    request: (kind, status, seconds) =>
      requests.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds),
    cache: (outcome) => cache.inc({ outcome }),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}
