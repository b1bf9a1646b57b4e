/** Every test file's environment, set before anything of the app is imported: nothing of the developer's own `.env`. */
import { inject } from "vitest";

process.env.NODE_ENV = "test";
process.env.LOG_LEVEL = "silent";
process.env.DATA_DIR = inject("dataDir");
process.env.SESSION_SECRET = "rahasia-untuk-pengujian-saja-0123456789";
for (const name of ["DATABASE_URL", "MEILISEARCH_URL", "MEILISEARCH_API_KEY", "MEILISEARCH_INDEX", "PORT"]) {
  delete process.env[name];
}
