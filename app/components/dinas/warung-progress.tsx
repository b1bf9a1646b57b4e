// How far the warung of each regency are: one table on one page, with the province's target above it.
import { Link } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";

type Counts = {
  readonly nominated: number;
  readonly designated: number;
  readonly ready: number;
  readonly paused: number;
  readonly suspended: number;
};

type Props = {
  readonly regencies: readonly (Counts & { readonly code: string; readonly name: string })[];
  /** warung the province wants; null for a regency's own page */
  readonly target: number | null;
};

/** Those that have their decree, whatever they do today. */
const appointed = (row: Counts) => row.designated + row.ready + row.paused + row.suspended;

function Bar({ part, whole }: { readonly part: number; readonly whole: number }) {
  const percent = whole === 0 ? 0 : Math.min(100, Math.round((part / whole) * 100));
  return (
    <span className="block h-2.5 w-full overflow-hidden rounded-full bg-line" aria-hidden="true">
      <span className="block h-full rounded-full bg-leaf" style={{ width: `${percent}%` }} />
    </span>
  );
}

export function WarungProgress({ regencies, target }: Props) {
  const total = (key: keyof Counts) => regencies.reduce((sum, row) => sum + row[key], 0);
  const all = regencies.reduce((sum, row) => sum + appointed(row), 0);
  const ready = total("ready");
  const whole = target ?? all;
  return (
    <section className="card" aria-label="Kemajuan">
      <div className="card-pad">
        <p className="text-2xl font-extrabold tracking-tight tabular-nums">
          {count(ready)}{" "}
          <span className="muted text-base font-semibold">dari {count(whole)} warung siap</span>
        </p>
        <div className="mt-2">
          <Bar part={ready} whole={whole} />
        </div>
        <p className="muted mt-2 text-[0.9375rem]">
          {count(all)} sudah ditetapkan
          {target && target > all ? `, kurang ${count(target - all)} dari target` : ""} ·{" "}
          {count(total("nominated"))} usulan menunggu
        </p>
      </div>
      {regencies.length > 1 ? (
        <details className="border-t border-line" open>
          <summary className="tap cursor-pointer px-4 font-semibold text-maroon">
            Per kabupaten dan kota
          </summary>
          <div className="overflow-x-auto">
            <table className="table max-sm:[&_:is(td,th)]:px-2">
              <thead>
                <tr>
                  <th>Kabupaten/kota</th>
                  <th className="number">Siap</th>
                  <th className="number">Jeda</th>
                  <th className="number">Diusulkan</th>
                  <th className="number">Ditetapkan</th>
                  <th className="number">Dibekukan</th>
                  <th className="hidden w-40 lg:table-cell">Siap dari yang ditetapkan</th>
                </tr>
              </thead>
              <tbody>
                {regencies.map((row) => (
                  <tr key={row.code}>
                    <td>
                      <Link to={`?kabupaten=${row.code}#daftar`} className="link">
                        {row.name}
                      </Link>
                    </td>
                    <td className="number font-bold">{row.ready}</td>
                    <td className="number">{row.paused}</td>
                    <td className="number">{row.nominated}</td>
                    <td className="number">{row.designated}</td>
                    <td className="number">{row.suspended}</td>
                    <td className="hidden align-middle lg:table-cell">
                      <Bar part={row.ready} whole={appointed(row)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </section>
  );
}
