// How a price went: a line of steps (a price holds until the next one), with the official ceiling as a dashed line.
// A picture for the eye alone; the table beside it says the same.
import { dayText, midnightWib } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";

type Point = { readonly valid_from: string; readonly price: number };

type Props = {
  /** the newest first */
  readonly prices: readonly Point[];
  readonly ceiling: number | null;
  readonly today: string;
  readonly label: string;
};

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 76;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 34;

export function PriceChart({ prices, ceiling, today, label }: Props) {
  const points = [...prices].reverse();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const end = last.valid_from > today ? last.valid_from : today;
  const times = [Date.parse(first.valid_from), Date.parse(end)] as const;
  const span = Math.max(times[1] - times[0], 86_400_000);
  const amounts = [...points.map((point) => point.price), ...(ceiling === null ? [] : [ceiling])];
  const low = Math.min(...amounts) * 0.95;
  const high = Math.max(...amounts) * 1.05;
  const x = (date: string) => LEFT + ((Date.parse(date) - times[0]) / span) * (WIDTH - LEFT - RIGHT);
  const y = (price: number) => TOP + (1 - (price - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const steps = points.map(
    (point, at) => `${at === 0 ? "M" : "H"}${x(point.valid_from)}${at === 0 ? " " : "V"}${y(point.price)}`,
  );
  const ticks = [Math.min(...amounts), Math.max(...amounts)];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full" role="img" aria-label={label}>
      {[...new Set(ticks)].map((amount) => (
        <g key={amount}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(amount)} y2={y(amount)} stroke="var(--color-line)" />
          <text x={LEFT - 8} y={y(amount) + 4} textAnchor="end" fontSize="13" fill="var(--color-ink-2)">
            {rupiah(amount)}
          </text>
        </g>
      ))}
      {ceiling === null ? null : (
        <>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(ceiling)}
            y2={y(ceiling)}
            stroke="var(--color-clay)"
            strokeWidth="2"
            strokeDasharray="6 5"
          />
          <text
            x={WIDTH - RIGHT}
            y={y(ceiling) - 6}
            textAnchor="end"
            fontSize="13"
            fill="var(--color-clay-ink)"
          >
            harga acuan
          </text>
        </>
      )}
      <path d={`${steps.join("")}H${x(end)}`} fill="none" stroke="var(--color-maroon)" strokeWidth="3" />
      {points.map((point) => (
        <circle
          key={point.valid_from}
          cx={x(point.valid_from)}
          cy={y(point.price)}
          r="4.5"
          fill="var(--color-white)"
          stroke="var(--color-maroon)"
          strokeWidth="2.5"
        />
      ))}
      <text x={LEFT} y={HEIGHT - 10} fontSize="13" fill="var(--color-ink-2)">
        {dayText(midnightWib(first.valid_from))} {first.valid_from.slice(0, 4)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 10} textAnchor="end" fontSize="13" fill="var(--color-ink-2)">
        {dayText(midnightWib(end))} {end.slice(0, 4)}
      </text>
    </svg>
  );
}
