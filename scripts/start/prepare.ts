import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { countApplications } from "#db/queries/seed-state.ts";
import { DEFAULT_PRODUCTS, DEFAULT_SELLERS, seed } from "#db/seed/seed.ts";
import { seedExamples } from "#db/seed/seed-examples.ts";
import { CannotStart } from "./lock.ts";
import type { Services } from "./services.ts";

/**
 * Brings the database to today's schema and fills an empty one. The search index is the worker's work, while the shop is
 * open already.
 * @throws CannotStart when PostgreSQL does not answer
 */
export async function prepareData(services: Services, say: (line: string) => void): Promise<void> {
  const db = openDatabase(services.databaseUrl, 4);
  try {
    const ran = await migrate(db, services.databaseUrl).catch((error: NodeJS.ErrnoException) => {
      if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|28P01|3D000/.test(`${error.code}`)) {
        throw new CannotStart(`PostgreSQL di DATABASE_URL tidak dapat dihubungi (${error.code}).`);
      }
      throw error;
    });
    if (ran.length > 0) say(`Skema basis data diperbarui (${ran.length} langkah).`);
    const seeded = await seed(db, {
      sellers: DEFAULT_SELLERS,
      products: DEFAULT_PRODUCTS,
      say: (line) => say(`  ${line}`),
    });
    if (seeded && (await countApplications(db)) === 0)
      say(`  Contoh: ${await seedExamples(db)} pengajuan menunggu diperiksa`);
  } finally {
    await db.destroy();
  }
}
