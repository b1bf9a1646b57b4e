import pino from "pino";
import { env } from "./env.server.ts";

/** The one log. Personal data never reach it: these paths are cut, and callers log ids, not records. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["mobile", "nik", "password", "pin", "*.mobile", "*.nik", "*.password", "*.pin"],
});
