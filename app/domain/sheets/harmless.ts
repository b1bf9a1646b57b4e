import type { Cell } from "./cell.ts";

/** What people typed must not run as a formula when a spreadsheet opens a CSV (OWASP, CSV injection). */
export function harmless<Value extends Cell>(value: Value): Value | string {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
