import { type Column, columnsOf, type ImportKind } from "./kinds.ts";

/** The column of our own in files of wrong rows; brought in again it means nothing. */
export const WRONG_COLUMN = "yang_salah";

export type Headers = {
  /** the column each cell of a row belongs to, by its place; undefined: ignored */
  readonly columns: readonly (Column | undefined)[];
  /** headers as written that mean nothing to this import */
  readonly ignored: readonly string[];
  /** required columns that are not there */
  readonly missing: readonly string[];
  /** two headers for one column: the first is read */
  readonly doubled: readonly { readonly column: string; readonly headers: readonly string[] }[];
};

/** "No. HP", "no_hp" and "NO HP *" are one header; what stands in brackets is a remark. */
export function bareHeader(header: string): string {
  const bare = (text: string) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "");
  return bare(header.replace(/\([^)]*\)/g, "")) || bare(header);
}

const known = new Map<ImportKind, ReadonlyMap<string, Column>>();

function columnsByHeader(kind: ImportKind): ReadonlyMap<string, Column> {
  let names = known.get(kind);
  if (!names) {
    const all = columnsOf(kind);
    // A column's own name counts before what others are also called.
    names = new Map([
      ...all.flatMap((column) => column.alsoCalled.map((name) => [bareHeader(name), column] as const)),
      ...all.map((column) => [bareHeader(column.name), column] as const),
    ]);
    known.set(kind, names);
  }
  return names;
}

/** Understands a row of headers, whatever their case, order, spaces and dots. */
export function readHeaders(kind: ImportKind, written: readonly string[]): Headers {
  const names = columnsByHeader(kind);
  const taken = new Map<Column, string[]>();
  const ignored: string[] = [];
  const columns = written.map((header) => {
    const column = names.get(bareHeader(header));
    if (!column) {
      if (header !== "" && bareHeader(header) !== bareHeader(WRONG_COLUMN)) ignored.push(header);
      return undefined;
    }
    const before = taken.get(column);
    if (before) before.push(header);
    else taken.set(column, [header]);
    return before ? undefined : column;
  });
  return {
    columns,
    ignored,
    missing: columnsOf(kind)
      .filter((column) => column.required && !taken.has(column))
      .map((column) => column.name),
    doubled: [...taken].flatMap(([column, headers]) =>
      headers.length > 1 ? [{ column: column.name, headers }] : [],
    ),
  };
}

/** How many columns a row names: titles above a table name none. */
export function countKnown(kind: ImportKind, cells: readonly string[]): number {
  const names = columnsByHeader(kind);
  return cells.filter((cell) => names.has(bareHeader(cell))).length;
}
