import pino from "pino";
import { env } from "./env.server.ts";

const { LOG_LEVEL, LOG_FILE, NODE_ENV } = env();

/** With a file, errors still show on the screen; not in tests, which provoke them. */
function streams(file: string): pino.DestinationStream {
  const all = pino.destination({ dest: file, mkdir: true, sync: true });
  if (NODE_ENV === "test") return all;
  return pino.multistream([
    { level: "debug", stream: all },
    { level: "error", stream: pino.destination({ dest: 1, sync: true }) },
  ]);
}

/** The one log. Personal data never reach it: these paths are cut, and callers log ids, not records. */
export const log = pino(
  {
    level: LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["mobile", "nik", "password", "pin", "*.mobile", "*.nik", "*.password", "*.pin"],
  },
  LOG_FILE ? streams(LOG_FILE) : pino.destination({ dest: 1, sync: true }),
);
