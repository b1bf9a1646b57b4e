/**
 * `npm run simulate`: a month of orders over the seeded market, asked by the real ranking rules, beside three others:
 * nearest first, at random, and the optimum that only full knowledge allows. `-- --orders 60000 --days 30`.
 */
import { parseArgs } from "node:util";
import { midnightWib } from "#app/lib/clock.ts";
import { env } from "#app/lib/env.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { seed } from "#db/seed/seed.ts";
import { withOwnServers } from "./own-servers.ts";
import { type Figures, figuresOf, gini } from "./simulate/figures.ts";
import { loadMarket } from "./simulate/market.ts";
import { Month, type Policy, playMonth } from "./simulate/month.ts";
import { optimum } from "./simulate/optimum.ts";
import { ordersOf } from "./simulate/people.ts";

const { values } = parseArgs({
  options: { orders: { type: "string", default: "60000" }, days: { type: "string", default: "30" } },
});
const days = Number(values.days);
const howMany = Number(values.orders);
/** Any Monday will do: the month is the same on every run. */
const start = midnightWib("2026-06-01");

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const NAMES: Record<Policy, string> = { rules: "aturan Lapak", nearest: "terdekat dulu", random: "acak" };

function line(name: string, figures: Figures): Record<string, string | number> {
  return {
    cara: name,
    "jarak rata-rata": `${(figures.meanM / 1000).toFixed(2)} km`,
    "diterima warung pertama": percent(figures.firstAccepted),
    "ke petugas": percent(figures.officer),
    terlambat: percent(figures.late),
    "tunggu p95": `${figures.p95Wait.toFixed(0)} mnt`,
    Gini: figures.gini.toFixed(3),
    "warung tersibuk": count(figures.busiest),
    hilang: figures.lost,
  };
}

await withOwnServers(async ({ db }) => {
  await seed(db, { say: console.log });
  console.log("Membaca pasar …");
  const market = await loadMarket(db, start);
  const orders = ordersOf(market, { start, days, count: howMany });
  console.log(
    `${count(orders.length)} pesanan, ${days} hari, ${market.warungIds.length} warung, ${count(market.villages.length)} desa`,
  );
  const limits = { offerMinutes: env().OFFER_MINUTES, offerLimit: env().OFFER_LIMIT };
  const results = new Map<Policy, Figures>();
  const table: Record<string, string | number>[] = [];
  for (const policy of ["rules", "nearest", "random"] as const) {
    const began = performance.now();
    const outcomes = playMonth(new Month(market, policy, limits), orders);
    const figures = figuresOf(outcomes, orders.length, market.warungIds);
    results.set(policy, figures);
    table.push(line(NAMES[policy], figures));
    const perMinute = (orders.length / (performance.now() - began)) * 60_000;
    console.log(`${NAMES[policy]}: ${count(Math.round(perMinute))} pesanan per menit dihitung`);
  }
  const best = await optimum(market, orders);
  console.table(table);
  console.log(
    `optimum (tahu segalanya): ${(best.meanM / 1000).toFixed(2)} km, Gini ${gini([...best.perWarung.values()]).toFixed(3)}, ` +
      `${count(best.left)} tanpa warung`,
  );
  const rules = results.get("rules")!;
  const nearest = results.get("nearest")!;
  console.log(
    `jarak ÷ optimum ${(rules.meanM / best.meanM).toFixed(2)} (sasaran ≤ 1,25) · ` +
      `Gini ÷ terdekat ${(rules.gini / nearest.gini).toFixed(2)} (sasaran ≤ 0,5) · ` +
      `ke petugas ${percent(rules.officer)} (sasaran < 2 %) · hilang ${rules.lost} (sasaran 0)`,
  );
});
