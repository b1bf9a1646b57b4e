/**
 * `npm run simulate`: a month of orders over the seeded market, asked by the real ranking rules, beside three others:
 * nearest first, at random, and the optimum that only full knowledge allows; then a rush of orders routed by the real
 * worker with PostgreSQL. `-- --orders 60000 --days 30 --rush 20000`; `--rush 0` leaves the rush out.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gini } from "#app/domain/reports/gini.ts";
import { midnightWib } from "#app/lib/clock.ts";
import { env } from "#app/lib/env.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { seed } from "#db/seed/seed.ts";
import { postgresPid } from "./simulate/cpu-time.ts";
import { type Figures, figuresOf } from "./simulate/figures.ts";
import { loadMarket, type Market } from "./simulate/market.ts";
import { Month, type Policy, playMonth } from "./simulate/month.ts";
import { optimum } from "./simulate/optimum.ts";
import { ordersOf } from "./simulate/people.ts";
import { placeRush, routeRush } from "./simulate/rush.ts";

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "60000" },
    days: { type: "string", default: "30" },
    rush: { type: "string", default: "20000" },
  },
});
const days = Number(values.days);
const howMany = Number(values.orders);
const rushOrders = Number(values.rush);
/** Any Monday will do: the month is the same on every run. */
const start = midnightWib("2026-06-01");

const kilometres = (metres: number) => `${(metres / 1000).toFixed(2)} km`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const NAMES: Record<Policy, string> = { rules: "aturan Lapak", nearest: "terdekat dulu", random: "acak" };

function line(name: string, figures: Figures): Record<string, string | number> {
  return {
    cara: name,
    "jarak rata-rata": kilometres(figures.meanM),
    "diterima warung pertama": percent(figures.firstAccepted),
    "ke petugas": percent(figures.officer),
    "tanpa warung": percent(figures.unbrought),
    terlambat: percent(figures.late),
    "tunggu p95": `${figures.p95Wait.toFixed(0)} mnt`,
    Gini: figures.gini.toFixed(3),
    "warung tersibuk": count(figures.busiest),
    hilang: figures.lost,
  };
}

/** The month in memory, by three ways of asking, beside the optimum. */
async function simulateMonth(market: Market): Promise<void> {
  const orders = ordersOf(market, { start, days, count: howMany });
  console.log(
    `${count(orders.length)} pesanan, ${days} hari, ${market.warungIds.length} warung, ${count(market.villages.length)} desa`,
  );
  const limits = { offerMinutes: env().OFFER_MINUTES, offerLimit: env().OFFER_LIMIT };
  const play = (policy: Policy) =>
    figuresOf(playMonth(new Month(market, policy, limits), orders), orders.length, market.warungIds);
  const rules = play("rules");
  const nearest = play("nearest");
  const best = await optimum(market, orders);
  console.table([
    line(NAMES.rules, rules),
    line(NAMES.nearest, nearest),
    line(NAMES.random, play("random")),
    {
      cara: "optimum (tahu segalanya)",
      "jarak rata-rata": kilometres(best.meanM),
      Gini: gini(market.warungIds.map((id) => best.perWarung.get(id) ?? 0)).toFixed(3),
      "warung tersibuk": count(Math.max(...best.perWarung.values())),
      hilang: best.left,
    },
  ]);
  console.log(
    `jarak ÷ optimum ${(rules.meanM / best.meanM).toFixed(2)} (sasaran ≤ 1,25) · ` +
      `Gini ÷ terdekat ${(rules.gini / nearest.gini).toFixed(2)} (sasaran ≤ 0,5) · ` +
      `ke petugas ${percent(rules.officer)} (sasaran < 2 %) · hilang ${rules.lost} (sasaran 0)`,
  );
}

/** The shop's worker with PostgreSQL, until a rush of waiting orders is routed. */
async function simulateRush(
  db: Db,
  market: Market,
  servers: { url: string; folder: string; postgresPid: number },
): Promise<void> {
  console.log(`\n${count(rushOrders)} pesanan sekaligus, diarahkan pekerja lewat PostgreSQL …`);
  await placeRush(db, market, rushOrders);
  const rush = await routeRush(db, servers);
  const ideal = rush.perMinuteOnTwoCores;
  console.log(
    `${count(Math.round(rush.perMinute))} pesanan per menit (sasaran ≥ 20.000 pada 2 inti)` +
      (ideal === undefined
        ? ""
        : `; waktu prosesornya cukup untuk ${count(Math.round(ideal))} bila 2 inti tidak dipakai yang lain`),
  );
  console.log(
    `ditawarkan ${count(rush.offered)} · ke petugas ${count(rush.officer)} · ` +
      `hilang ${rush.orders - rush.offered - rush.officer} · tawaran keliru ${rush.wrong} · warung kelebihan ${rush.overfull}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "lapak-simulasi-"));
// a market of its own, fresh from the seed: the figures are the same on every run, and nobody's shop is touched
const postgres = await startEmbeddedPostgres(folder);
const db = openDatabase(postgres.url, 4);
try {
  await migrate(db, postgres.url);
  await seed(db, { say: console.log });
  console.log("Membaca pasar …");
  const market = await loadMarket(db, start);
  await simulateMonth(market);
  if (rushOrders > 0)
    await simulateRush(db, market, { url: postgres.url, folder, postgresPid: postgresPid(folder) });
} finally {
  await db.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
