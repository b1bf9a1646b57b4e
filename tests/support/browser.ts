/** A browser on every machine: Playwright's own, else a Chromium on the PATH, else the one from npm. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** What a browser needs to run as root and in a small container. (The flags that come with the one from npm break it.) */
const CONTAINED = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-zygote"];
const NAMES = ["chromium", "chromium-browser", "google-chrome"];

function browserOnPath(): string | undefined {
  for (const name of NAMES) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

/** It unpacks into the temporary folder, and takes what another user unpacked there for its own: each user gets a folder. */
async function browserFromNpm(): Promise<string> {
  const shared = process.env.TMPDIR;
  const own = join(tmpdir(), `lapak-chromium-${process.getuid?.() ?? "x"}`);
  mkdirSync(own, { recursive: true });
  process.env.TMPDIR = own;
  try {
    return await sparticuz.executablePath();
  } finally {
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
  }
}

/** Opens a browser without a window; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const own = chromium.executablePath();
  const executablePath = existsSync(own) ? own : (browserOnPath() ?? (await browserFromNpm()));
  return chromium.launch({ executablePath, args: CONTAINED });
}
