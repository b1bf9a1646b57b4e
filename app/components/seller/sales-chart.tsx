// Sales per week as bars; screen readers get the same figures as a table.
import { dayText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";

type Week = { readonly week: string; readonly amount: number; readonly orders: number };

const WIDTH = 320;
const HEIGHT = 110;
const GAP = 8;

/** `24 Nov`, the Monday a week begins with. */
const weekText = (week: string) => dayText(new Date(`${week}T12:00:00+07:00`));

export function SalesChart({ weeks }: { readonly weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map((week) => week.amount));
  const width = (WIDTH - GAP * (weeks.length - 1)) / weeks.length;
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 20}`} className="w-full" aria-hidden="true">
        {weeks.map((week, at) => {
          const height = Math.max(2, (week.amount / most) * HEIGHT);
          const x = at * (width + GAP);
          const last = at === weeks.length - 1;
          return (
            <g key={week.week}>
              <rect
                x={x}
                y={HEIGHT - height}
                width={width}
                height={height}
                rx="4"
                fill={week.amount === 0 ? "#e9dfd2" : last ? "#6e1423" : "#c6922b"}
              />
              {at % 2 === (weeks.length - 1) % 2 ? (
                <text
                  x={last ? WIDTH : x + width / 2}
                  y={HEIGHT + 15}
                  textAnchor={last ? "end" : "middle"}
                  fontSize="11"
                  fill="#6b5b54"
                >
                  {weekText(week.week)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      {/* a table is as wide as its words: only a box around it can be made small */}
      <div className="sr-only">
        <table>
          <caption>Penjualan per minggu, delapan minggu terakhir</caption>
          <thead>
            <tr>
              <th scope="col">Minggu mulai</th>
              <th scope="col">Penjualan</th>
              <th scope="col">Pesanan</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.week}>
                <th scope="row">{weekText(week.week)}</th>
                <td>{rupiah(week.amount)}</td>
                <td>{week.orders}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
