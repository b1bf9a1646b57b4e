import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Parent and processor time of a process (its ended children included), as Linux tells it in /proc. */
function statOf(pid: number): { parent: number; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // the name may hold spaces: what follows its bracket is numbers, from the third field on
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    // gone in the meantime
    return undefined;
  }
}

/** The process id of the PostgreSQL whose files lie under `dataDir`. */
export function postgresPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Seconds of processor time that these processes and their children have used so far; undefined elsewhere than Linux. */
export function cpuSeconds(pids: readonly number[]): number | undefined {
  if (process.platform !== "linux") return undefined;
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? statOf(pid) : undefined;
    if (stat && (pids.includes(pid) || pids.includes(stat.parent))) ticks += stat.ticks;
  }
  return ticks / TICKS_PER_SECOND;
}
