import { system } from "#app/domain/accounts/actor.ts";
import { importProducts } from "#app/domain/catalogue/import-products.server.ts";
import { importStaplePrices } from "#app/domain/catalogue/import-staple-prices.server.ts";
import { importStaples } from "#app/domain/catalogue/import-staples.server.ts";
import { importRegions } from "#app/domain/regions/import-regions.server.ts";
import { importUmkm } from "#app/domain/umkm/import-umkm.server.ts";
import { importStapleAvailability } from "#app/domain/warung/import-staple-availability.server.ts";
import { importWarung } from "#app/domain/warung/import-warung.server.ts";
import type { ImportReport } from "#app/lib/import-rows.ts";
import { count } from "#app/lib/rupiah.ts";
import type { Db } from "#db/client.server.ts";
import { analyzeAll, countSeeded } from "#db/queries/seed-state.ts";
import { seedCast } from "./seed-cast.ts";
import { seedPictures } from "./seed-pictures.ts";
import { hargaRows } from "./sheets/harga-sheet.ts";
import { ketersediaanRows } from "./sheets/ketersediaan-sheet.ts";
import { produkRows } from "./sheets/produk-sheet.ts";
import { sembakoRows } from "./sheets/sembako-sheet.ts";
import { umkmRows } from "./sheets/umkm-sheet.ts";
import { warungRows } from "./sheets/warung-sheet.ts";

export const DEFAULT_SELLERS = 320;
export const DEFAULT_PRODUCTS = 1_280;

export interface SeedSize {
  sellers?: number;
  products?: number;
  /** hears a short line per step, in Indonesian */
  say?: (line: string) => void;
}

/** The seed's own sheets have no wrong rows: one that has is a defect, and is told at once. */
function flawless(what: string, report: ImportReport): string {
  const [first] = report.wrong;
  if (first) throw new Error(`${what}, baris ${first.row}, kolom ${first.column}: ${first.message}`);
  const changed = report.changed > 0 ? `, ${count(report.changed)} diperbarui` : "";
  return `${count(report.new)} baru${changed}`;
}

/**
 * Fills the database with the market's start: regions, staples and prices, warung, sellers, products with pictures, and
 * the named cast. It is always the same, and goes through the imports that officers use. A database that already holds
 * as much is left alone; one whose seed was interrupted, or that should be larger, is completed.
 * @returns whether anything was done
 */
export async function seed(
  db: Db,
  { sellers = DEFAULT_SELLERS, products = DEFAULT_PRODUCTS, say = () => {} }: SeedSize = {},
): Promise<boolean> {
  const before = await countSeeded(db);
  if (before.umkm >= sellers && before.products >= products) return false;
  const actor = system("benih");
  const step = async (what: string, work: () => Promise<string>) => {
    const start = performance.now();
    const result = await work();
    say(`${what}: ${result} (${((performance.now() - start) / 1_000).toFixed(1)} dtk)`);
  };

  await step("Wilayah", async () => `${count(await importRegions(db))} desa/kelurahan`);
  // Encoding pictures keeps the processors busy while the other sheets keep the database busy.
  const drawing = seedPictures(db);
  drawing.catch(() => {});
  await step("UMKM dan koperasi", async () =>
    flawless("umkm", await importUmkm(actor, db, umkmRows({ sellers }), { status: "verified" })),
  );
  await step("Warung", async () =>
    flawless("warung", await importWarung(actor, db, warungRows(), { status: "ready" })),
  );
  await step("Akun contoh", async () => count(await seedCast(db)));
  await step("Gambar", async () => count((await drawing).size));
  const pictures = await drawing;
  await step("Sembako", async () =>
    flawless("sembako", await importStaples(actor, db, sembakoRows(), { pictures })),
  );
  await step("Harga sembako", async () =>
    flawless("harga", await importStaplePrices(actor, db, hargaRows())),
  );
  if (before.availabilities === 0) {
    // What warung have changes by the hour: it is set once, and never taken back to the seed's.
    await step("Isi rak warung", async () =>
      flawless("ketersediaan", await importStapleAvailability(actor, db, ketersediaanRows())),
    );
  }
  await step("Produk", async () =>
    flawless(
      "produk",
      await importProducts(actor, db, produkRows({ sellers, products }), { status: "published", pictures }),
    ),
  );
  await analyzeAll(db);
  return true;
}
