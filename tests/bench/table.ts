import type { Measured } from "./load.ts";

export type Row = Measured & {
  readonly name: string;
  /** the measured limit this row is held against, per second */
  readonly limit?: number;
  /** share of the limit that is aimed at */
  readonly aim?: number;
};

export type Report = {
  readonly products: number;
  readonly clients: number;
  readonly startupMs: number;
  readonly memoryMb: number;
  readonly rows: readonly Row[];
};

const number = (value: number, digits = 0) =>
  value.toLocaleString("id-ID", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Prints rates with their ratios; what misses its aim is marked. */
export function printRows(rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.name.length));
  console.log(
    `${"".padEnd(width)}  ${"per dtk".padStart(9)} ${"p50 ms".padStart(8)} ${"p99 ms".padStart(8)}  dibanding batas`,
  );
  for (const row of rows) {
    const ratio = row.limit ? row.rate / row.limit : undefined;
    const verdict =
      ratio === undefined || row.aim === undefined
        ? ""
        : `${number(ratio, 2)} × (tujuan ≥ ${number(row.aim, 2)})${ratio >= row.aim ? "" : "  ← KURANG"}`;
    const failures = row.failures > 0 ? `  ${row.failures} GAGAL` : "";
    const late = row.aim !== undefined && row.p99 > 100 ? "  p99 > 100 ms" : "";
    console.log(
      `${row.name.padEnd(width)}  ${number(row.rate).padStart(9)} ${number(row.p50, 1).padStart(8)} ${number(row.p99, 1).padStart(8)}  ${verdict}${late}${failures}`,
    );
  }
}

/** The whole report. */
export function printTable({ products, clients, startupMs, memoryMb, rows }: Report): void {
  console.log(`\n${number(products)} produk, ${clients} klien serentak\n`);
  printRows(rows);
  console.log(
    `\nProses web siap dalam ${number(startupMs)} ms (tujuan ≤ 1.500), memori ${number(memoryMb)} MB (tujuan < 300)`,
  );
}
