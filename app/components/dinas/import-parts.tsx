// The parts of an import's page: progress, the four numbers, the wrong cells, and rows to look at.
import { count } from "#app/lib/rupiah.ts";
import { Section } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";

type Counts = {
  readonly rows_new: number;
  readonly rows_changed: number;
  readonly rows_same: number;
  readonly rows_wrong: number;
};
type Passing = {
  readonly status: string;
  readonly rows_done: number;
  readonly rows_total: number | null;
  readonly rows_per_second: number | null;
};

function timeLeft(seconds: number): string {
  if (seconds < 60) return `sisa sekitar ${Math.max(1, Math.round(seconds))} detik`;
  return `sisa sekitar ${Math.round(seconds / 60)} menit`;
}

export function ImportProgress({ run }: { readonly run: Passing }) {
  const { rows_done: done, rows_total: total, rows_per_second: rate } = run;
  const isReading = run.status === "reading";
  const known = total !== null && done > 0 ? Math.max(total, done) : null;
  const share = known ? Math.round((done * 100) / known) : 0;
  const parts = [
    known
      ? `${count(done)} dari ${isReading ? "sekitar " : ""}${count(known)} baris`
      : "Menunggu giliran, sebentar lagi mulai",
    rate ? `${count(rate)} baris per detik` : "",
    rate && known && known > done ? timeLeft((known - done) / rate) : "",
  ];
  return (
    <div className="card card-pad">
      <p className="flex items-baseline justify-between gap-4">
        <strong>{isReading ? "Memeriksa berkas, belum ada yang ditulis" : "Menulis ke data"}</strong>
        <span className="text-2xl font-extrabold tabular-nums">{share}%</span>
      </p>
      <div
        role="progressbar"
        aria-label={isReading ? "Pemeriksaan" : "Penulisan"}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        className="mt-3 h-3 overflow-hidden rounded-full bg-line"
      >
        <svg aria-hidden="true" width="100%" height="12" preserveAspectRatio="none" viewBox="0 0 100 1">
          <rect width={share} height="1" className="fill-leaf" />
        </svg>
      </div>
      <p className="muted mt-2 tabular-nums">{parts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}

const NUMBERS = [
  { key: "rows_new", label: "Baru", tone: "text-leaf" },
  { key: "rows_changed", label: "Berubah", tone: "text-indigo" },
  { key: "rows_same", label: "Sama", tone: "text-ink" },
  { key: "rows_wrong", label: "Salah", tone: "text-clay-ink" },
] as const;

export function ImportNumbers({ run }: { readonly run: Counts }) {
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {NUMBERS.map(({ key, label, tone }) => (
        <div key={key} className="card card-pad flex flex-col-reverse">
          <dt className="muted">{label}</dt>
          <dd className={`text-3xl font-extrabold tabular-nums ${run[key] === 0 ? "text-ink-2" : tone}`}>
            {count(run[key])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Wrong = { readonly row: number; readonly column: string; readonly message: string };

export function WrongCells({ wrong, rows }: { readonly wrong: readonly Wrong[]; readonly rows: number }) {
  if (wrong.length === 0) return null;
  const shown = new Set(wrong.map((cell) => cell.row)).size;
  return (
    <Section title="Baris yang salah" more={<span className="muted text-sm">dilewati, tidak ditulis</span>}>
      <ul className="card divide-y divide-line">
        {wrong.map(({ row, column, message }) => (
          <li
            key={`${row} ${column}`}
            className="gap-x-5 px-4 py-3 lg:grid lg:grid-cols-[6rem_11rem_minmax(0,1fr)]"
          >
            <span className="font-bold tabular-nums">Baris {count(row)}</span>{" "}
            <code className="text-[0.9375rem] font-semibold text-indigo">{column}</code>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      {rows > shown ? (
        <p className="muted mt-2">
          Dan {count(rows - shown)} baris lagi. Semuanya ada dalam berkas baris yang salah.
        </p>
      ) : null}
    </Section>
  );
}

type Sample = {
  readonly row: number;
  readonly outcome: "new" | "changed";
  readonly name: string;
  readonly changes: readonly string[];
};

export function Samples({ samples }: { readonly samples: readonly Sample[] }) {
  if (samples.length === 0) return null;
  const sorted = [...samples].sort((a, b) => a.row - b.row);
  return (
    <Section title="Contoh yang baru dan berubah">
      <ul className="card divide-y divide-line">
        {sorted.map(({ row, outcome, name, changes }) => (
          <li
            key={`${outcome} ${row}`}
            className="gap-x-5 px-4 py-3 lg:grid lg:grid-cols-[6rem_minmax(0,1fr)]"
          >
            <span className="font-bold tabular-nums">Baris {count(row)}</span>
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                {name}{" "}
                <Tag tone={outcome === "new" ? "good" : "indigo"}>
                  {outcome === "new" ? "baru" : "berubah"}
                </Tag>
              </p>
              {changes.map((change) => (
                <p key={change} className="muted text-[0.9375rem]">
                  {change}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
