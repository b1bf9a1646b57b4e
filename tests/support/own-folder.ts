/** Files that one test file writes are no other's: some count them. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

process.env.DATA_DIR = mkdtempSync(join(inject("dataDir"), "berkas-"));
