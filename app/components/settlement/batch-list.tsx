// The last batches for the bank, each with what came of it.
import { dateText, timeText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { CardLink } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";
import { Money } from "../ui/money.tsx";

type Batch = {
  readonly code: string;
  readonly drawn_by: string;
  readonly drawn_at: string;
  readonly count: number;
  readonly amount: number;
  readonly sent: number;
  readonly paid: number;
  readonly bounced: number;
};

/** `12 menunggu bank`, `semua terbayar`, `1 dikembalikan`. */
export function BatchTags({
  batch,
}: {
  readonly batch: Omit<Batch, "drawn_at" | "drawn_by" | "amount" | "code">;
}) {
  return (
    <>
      {batch.sent > 0 ? <Tag tone="gold">{count(batch.sent)} menunggu kabar bank</Tag> : null}
      {batch.paid === batch.count ? <Tag tone="good">Semua terbayar</Tag> : null}
      {batch.paid > 0 && batch.paid < batch.count ? (
        <Tag tone="good">{count(batch.paid)} terbayar</Tag>
      ) : null}
      {batch.bounced > 0 ? <Tag tone="late">{count(batch.bounced)} dikembalikan</Tag> : null}
    </>
  );
}

export function BatchList({ batches }: { readonly batches: readonly Batch[] }) {
  if (batches.length === 0) return null;
  return (
    <section aria-label="Berkas transfer">
      <h2 className="mb-2">Berkas transfer</h2>
      <ul className="grid gap-3">
        {batches.map((batch) => {
          const at = new Date(batch.drawn_at);
          return (
            <li key={batch.code}>
              <CardLink to={`/dinas/penyelesaian/${batch.code}`}>
                <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
                  <div>
                    <p className="font-bold">{batch.code}</p>
                    <p className="muted text-[0.9375rem]">
                      {dateText(at)} {timeText(at)} oleh {batch.drawn_by} · {count(batch.count)} penerima
                    </p>
                  </div>
                  <Money amount={batch.amount} className="text-lg font-extrabold" />
                </div>
                <p className="mt-2 flex flex-wrap gap-2">
                  <BatchTags batch={batch} />
                </p>
              </CardLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
