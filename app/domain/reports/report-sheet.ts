import { dateWib, timeText } from "../../lib/clock.ts";
import type { Cell } from "../sheets/cell.ts";

/** A report as rows of a spreadsheet, under a name without its ending. */
export type ReportSheet = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A moment as spreadsheets sort it: `2026-11-25 16:20`, WIB. */
export function momentCell(at: Date | null): string {
  return at ? `${dateWib(at)} ${timeText(at).replace(".", ":")}` : "";
}
