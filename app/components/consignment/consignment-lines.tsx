// What was sent and what was counted, line by line: the same table for seller and warung.
import { count } from "#app/lib/rupiah.ts";

export type CountedLine = {
  readonly variant_id: number;
  readonly product: string;
  readonly label: string;
  readonly sent: number;
  readonly received: number | null;
  readonly turned_down: number | null;
};

export function ConsignmentLines({ lines }: { readonly lines: readonly CountedLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => {
        const short = line.received === null ? 0 : line.sent - line.received - (line.turned_down ?? 0);
        return (
          <li key={line.variant_id} className="flex items-baseline justify-between gap-3 py-2">
            <span className="min-w-0">
              {line.product} <span className="muted">{line.label}</span>
              {line.received === null ? null : (
                <span className="muted block text-sm">
                  {count(line.received)} masuk rak
                  {line.turned_down ? `, ${count(line.turned_down)} dikembalikan` : ""}
                </span>
              )}
              {short > 0 ? (
                <span className="block text-sm font-semibold text-clay-ink">
                  Kurang {count(short)} saat diterima
                </span>
              ) : null}
            </span>
            <b className="shrink-0 tabular-nums">{count(line.sent)}</b>
          </li>
        );
      })}
    </ul>
  );
}
