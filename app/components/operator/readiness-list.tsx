// The check list of the readiness gate: what is done, what is not, and where to do it.
import { Link } from "@remix-run/react";
import type { ReadinessPoint } from "#app/domain/warung/readiness.ts";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly points: readonly ReadinessPoint[];
  /** officers read it; only the operator goes and does it */
  readonly withLinks?: boolean;
};

export function ReadinessList({ points, withLinks }: Props) {
  return (
    <ul className="divide-y divide-line">
      {points.map(({ key, done, label, hint, to }) => {
        const line = (
          <>
            <span
              className={`grid size-7 shrink-0 place-items-center rounded-full ${done ? "bg-leaf text-white" : "border-2 border-line-strong bg-white"}`}
            >
              {done ? <Icon name="check" size={16} /> : null}
              <span className="sr-only">{done ? "Selesai:" : "Belum:"}</span>
            </span>
            <span className="min-w-0 grow">
              <span className="block font-bold">{label}</span>
              {done ? null : <span className="muted block text-[0.9375rem]">{hint}</span>}
            </span>
          </>
        );
        return (
          <li key={key}>
            {withLinks && to && !done ? (
              <Link to={to} className="flex min-h-14 items-center gap-3 py-2">
                {line}
                <Icon name="chevron-right" size={20} />
              </Link>
            ) : (
              <div className="flex min-h-14 items-center gap-3 py-2">{line}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
