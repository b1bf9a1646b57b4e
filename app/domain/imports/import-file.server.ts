import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../../lib/env.server.ts";
import { NotFound } from "../../lib/errors.ts";
import { openBytes, sealBytes } from "../../lib/secret-box.server.ts";

const folder = () => join(env().DATA_DIR, "imports");

/** Keeps an officer's spreadsheet sealed, as it holds NIK. @returns its file name */
export async function storeImportFile(bytes: Buffer): Promise<string> {
  const file = randomBytes(16).toString("hex");
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await writeFile(join(folder(), file), sealBytes("import", bytes), { mode: 0o600 });
  return file;
}

/** The spreadsheet as it was uploaded. Whoever calls has checked who is asking. @throws NotFound when it was removed */
export async function readImportFile(file: string): Promise<Buffer> {
  const sealed = await readFile(join(folder(), file)).catch(() => undefined);
  if (!sealed) throw new NotFound("impor");
  return openBytes("import", sealed);
}

/** Removes it for good; one that is gone is gone. */
export async function removeImportFile(file: string): Promise<void> {
  await rm(join(folder(), file), { force: true });
}
