import { Counter, Histogram } from "prom-client";
import type { SearchResult } from "./types.ts";

const labelNames = ["source"] as const;
const answered = new Counter({
  name: "lapak_search_total",
  help: "Searches, by who answered them",
  labelNames,
});
const seconds = new Histogram({
  name: "lapak_search_seconds",
  help: "Seconds per search",
  labelNames,
  buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 1],
});

/** Counts one search for `/metrics`. */
export function observeSearch(source: SearchResult["source"], took: number): void {
  answered.inc({ source });
  seconds.observe({ source }, took);
}
