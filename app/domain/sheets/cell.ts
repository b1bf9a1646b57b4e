/** A cell as the file holds it: a CSV knows text alone, a workbook also numbers, dates and ticks. */
export type Cell = string | number | boolean | Date | null;

/** A row with its number in the spreadsheet. */
export type RawRow = {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** how much of the file was read to get here, 0 … 1 */
  readonly read: number;
};

/** Text without the edges nobody sees: spaces, also those that do not break, and marks of direction. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u00a0\u200b-\u200f\ufeff]+|[\s\u00a0\u200b-\u200f\ufeff]+$/g, "");
}

/** What a cell says, as text; whole numbers without exponent, dates as `2026-11-24`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return trimmed(cell).replaceAll("\u00a0", " ");
  if (typeof cell === "boolean") return cell ? "ya" : "tidak";
  if (typeof cell === "number")
    return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell);
  const text = cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

export function isEmptyRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cellText(cell) === "");
}
