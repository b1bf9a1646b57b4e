/** Every test file's environment, set before anything of the app is imported: nothing of the developer's own `.env`. */
import { inject } from "vitest";
import { VARIABLES } from "#app/lib/env.server.ts";

process.env.NODE_ENV = "test";
process.env.LOG_LEVEL = "silent";
process.env.DATA_DIR = inject("dataDir");
process.env.SESSION_SECRET = "rahasia-untuk-pengujian-saja-0123456789";
const OWN = ["NODE_ENV", "LOG_LEVEL", "DATA_DIR", "SESSION_SECRET"];
for (const name of VARIABLES.filter((variable) => !OWN.includes(variable))) {
  delete process.env[name];
}
