/** Every test file's environment, set before anything of the app is imported: nothing of the developer's own `.env`. */
import { join } from "node:path";
import { inject } from "vitest";
import { VARIABLES } from "#app/lib/env.server.ts";
import { untilTheDayStays } from "./clock.ts";

process.env.NODE_ENV = "test";
process.env.LOG_LEVEL = "debug";
process.env.LOG_FILE = process.env.TEST_LOG ?? join(inject("dataDir"), "catatan.log");
process.env.DATA_DIR = inject("dataDir");
process.env.SESSION_SECRET = "rahasia-untuk-pengujian-saja-0123456789";
const OWN = ["NODE_ENV", "LOG_LEVEL", "LOG_FILE", "DATA_DIR", "SESSION_SECRET"];
for (const name of VARIABLES.filter((variable) => !OWN.includes(variable))) {
  delete process.env[name];
}
await untilTheDayStays();
