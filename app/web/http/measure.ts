import { collectDefaultMetrics, Gauge, Histogram, Registry, register } from "prom-client";
import type { PageCache } from "../page-cache.ts";

/** What `/metrics` tells (Prometheus text format). */
export function startMetrics(cache: PageCache): {
  readonly observe: (kind: string, status: number, seconds: number) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
} {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "lapak_request_seconds",
    help: "Seconds per answered request",
    labelNames: ["kind", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  new Gauge({
    name: "lapak_page_cache",
    help: "Guest pages answered from memory (hit) and rendered (miss)",
    labelNames: ["outcome"],
    registers: [registry],
    collect() {
      this.set({ outcome: "hit" }, cache.hits);
      this.set({ outcome: "miss" }, cache.misses);
    },
  });
  return {
    observe: (kind, status, seconds) =>
      requests.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds),
    // What the app itself counts, such as searches, lies in the library's own registry.
    text: async () => `${await registry.metrics()}\n${await register.metrics()}`,
    contentType: registry.contentType,
  };
}

const KINDS = new Set([
  ..."produk umkm warung keranjang checkout pesanan masuk keluar lokasi penjual operator dinas".split(" "),
  ..."assets gambar ikon healthz".split(" "),
]);

/** The first part of a path, when it is one of ours: few enough to count by, whatever strangers ask for. */
export function kindOf(pathname: string): string {
  if (pathname === "/") return "beranda";
  const first = pathname.split("/", 2)[1] ?? "";
  return KINDS.has(first) ? first : "lain";
}
