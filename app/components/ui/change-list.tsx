// How a number became what it is, the newest change first: why, when, by how much, and what it was then.
import { momentText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";

type Change = {
  readonly id: number;
  readonly at: string;
  readonly before: number;
  readonly after: number;
  /** why, in words */
  readonly text: string;
};

export function ChangeList({ changes, now }: { readonly changes: readonly Change[]; readonly now: Date }) {
  return (
    <ol className="card divide-y divide-line">
      {changes.map(({ id, at, before, after, text }) => {
        const by = after - before;
        return (
          <li key={id} className="flex items-center gap-3 px-4 py-3">
            <div className="min-w-0 grow">
              <p className="font-semibold">{text}</p>
              <p className="muted text-sm">{momentText(new Date(at), now)}</p>
            </div>
            <p className="shrink-0 text-right tabular-nums">
              <b className={by > 0 ? "text-leaf" : "text-clay-ink"}>
                {by > 0 ? "+" : "−"}
                {count(Math.abs(by))}
              </b>
              <span className="muted block text-sm">jadi {count(after)}</span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
