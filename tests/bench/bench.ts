/**
 * `npm run bench`: the shop beside its limits, in one run on one machine, with 100,000 products and ten clients.
 * `--json FILE` writes the figures. `--orders N` sets how many orders are placed (1,000). `--only NAME` measures one
 * part alone, on a database of its own: see `ALONE`.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureImports, printImports } from "./imports.ts";
import { loadPages, type Measured } from "./load.ts";
import { measureMoney } from "./money.ts";
import { measureOrders } from "./orders.ts";
import { measureRouting } from "./routing.ts";
import { measureSearch } from "./search.ts";
import { openShop } from "./shop.ts";
import { printRows, printTable, type Row } from "./table.ts";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string" },
    orders: { type: "string" },
    seconds: { type: "string" },
  },
});
const SECONDS = Number(values.seconds ?? 6);
const ORDERS = Number(values.orders ?? 1_000);
/** Orders that wait for a warung at once. */
const RUSH = 4_000;
const KEDATON = "18.71.01.1003";

/** Parts that need no running shop, by their name for `--only`. */
const ALONE: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  money: measureMoney,
  search: measureSearch,
};

if (values.only !== undefined) {
  const measure = ALONE[values.only];
  if (!measure) throw new Error(`--only: ${Object.keys(ALONE).join(", ")}`);
  const rows = await measure();
  printRows(rows);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
  process.exit();
}

const shop = await openShop(resolve(".data/bench"));
const rows: Row[] = [];
const add = (name: string, measured: Measured, extra: Partial<Row> = {}) => {
  rows.push({ name, ...measured, ...extra });
  console.log(`  ${name}: ${Math.round(measured.rate)}/s`);
};

try {
  const cookie = `desa=${KEDATON}`;
  const pages = {
    beranda: "/",
    cari: "/produk?q=keripik%20pisang",
    produk: `/produk/${shop.productSlugs[0]}`,
  };
  const limits = await shop.openLimits(pages, cookie);
  for (const [name, path] of Object.entries(pages)) {
    const http = await loadPages(limits.url, [`/http/${name}`], {}, SECONDS);
    const react = await loadPages(limits.url, [`/react/${name}`], {}, SECONDS);
    // the same address again and again, and many different ones: what a guest meets is in between
    const one = await loadPages(shop.url, [path], { cookie }, SECONDS);
    add(`${name}: node:http, byte yang sama`, http);
    add(`${name}: react-dom saja`, react);
    add(`${name}: lapak, tamu`, one, { limit: react.rate, aim: 1 });
    if (name === "produk") {
      const many = await loadPages(
        shop.url,
        shop.productSlugs.map((slug) => `/produk/${slug}`),
        { cookie },
        SECONDS,
      );
      add(`${name}: lapak, ${shop.productSlugs.length} produk bergantian`, many, {
        limit: react.rate,
        aim: 1,
      });
    }
    if (name === "cari") {
      const words = [
        "kopi",
        "kripik",
        "tapis",
        "lada",
        "madu",
        "dodol",
        "kemplang",
        "gula aren",
        "sambal",
        "pempek",
      ];
      const many = await loadPages(
        shop.url,
        words.flatMap((q) => [1, 2, 3].map((page) => `/produk?q=${encodeURIComponent(q)}&halaman=${page}`)),
        { cookie },
        SECONDS,
      );
      add(`${name}: lapak, 30 pencarian bergantian`, many, { limit: react.rate, aim: 1 });
    }
    if (name === "beranda") {
      const personal = await loadPages(
        shop.url,
        [path],
        { cookie: `${cookie}; ${shop.sessionCookie}` },
        SECONDS,
      );
      add(`${name}: lapak, sudah masuk`, personal, { limit: react.rate, aim: 1 / 3 });
    }
  }
  await limits.close();

  const { cart, order, sql } = await measureOrders(shop, ORDERS);
  const react = rows.find((row) => row.name === "beranda: react-dom saja")!.rate;
  add("masukkan keranjang: lapak", cart, { limit: react, aim: 1 / 3 });
  add("pesan 3 barang: SQL-nya saja lewat node-pg", sql);
  add("pesan 3 barang: lapak", order, { limit: sql.rate, aim: 1 / 2 });

  const rush = await measureRouting(shop.databaseUrl, RUSH);
  add("arahkan pesanan: SQL-nya saja lewat node-pg", rush.sql);
  add("arahkan pesanan: lapak", rush.routing, { limit: rush.sql.rate, aim: 1 / 2 });

  for (const measure of Object.values(ALONE)) rows.push(...(await measure()));

  const imports = await measureImports();
  const report = {
    products: shop.products,
    clients: 10,
    startupMs: shop.startupMs,
    memoryMb: shop.memoryMb(),
    rows,
    imports,
  };
  printTable(report);
  printImports(imports);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await shop.close();
}
