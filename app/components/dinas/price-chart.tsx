// How a price went: a line of steps (a price holds until the next one), with the official ceiling as a dashed line.
// A picture for the eye; the table beside it says the same. Words stand outside the drawing, so they keep their size.
import { dateText, midnightWib } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";

type Point = { readonly valid_from: string; readonly price: number };

type Props = {
  /** the newest first, at least one */
  readonly prices: readonly Point[];
  readonly ceiling: number | null;
  readonly today: string;
  readonly label: string;
};

const WIDTH = 1_000;
const HEIGHT = 300;
const DAY_MS = 86_400_000;

export function PriceChart({ prices, ceiling, today, label }: Props) {
  const points = [...prices].reverse();
  const first = points[0]!.valid_from;
  const last = points.at(-1)!.valid_from;
  const end = last > today ? last : today;
  const start = Date.parse(first);
  const span = Math.max(Date.parse(end) - start, DAY_MS);
  const amounts = [...points.map((point) => point.price), ...(ceiling === null ? [] : [ceiling])];
  const low = Math.min(...amounts) * 0.97;
  const high = Math.max(...amounts) * 1.03;
  const x = (date: string) => Math.round(((Date.parse(date) - start) / span) * WIDTH);
  const y = (amount: number) => Math.round((1 - (amount - low) / (high - low)) * HEIGHT);
  const path = points.map(({ valid_from, price }, at) =>
    at === 0 ? `M${x(valid_from)} ${y(price)}` : `H${x(valid_from)}V${y(price)}`,
  );
  const scale = "muted flex justify-between text-sm tabular-nums";
  return (
    <div>
      <p className={scale}>
        <span>tertinggi {rupiah(Math.max(...points.map((point) => point.price)))}</span>
        <span>terendah {rupiah(Math.min(...points.map((point) => point.price)))}</span>
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="my-2 h-44 w-full border-y border-line bg-paper lg:h-60"
        role="img"
        aria-label={label}
      >
        {ceiling === null ? null : (
          <path
            d={`M0 ${y(ceiling)}H${WIDTH}`}
            stroke="var(--color-clay)"
            strokeWidth="2"
            strokeDasharray="7 6"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path
          d={`${path.join("")}H${x(end)}`}
          fill="none"
          stroke="var(--color-maroon)"
          strokeWidth="3"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className={scale}>
        <span>{dateText(midnightWib(first))}</span>
        <span>{dateText(midnightWib(end))}</span>
      </p>
    </div>
  );
}
