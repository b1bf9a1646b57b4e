// What has happened to an order: whom it was offered to, and each step.
import { momentText } from "#app/lib/clock.ts";

type Moment = { readonly at: string };

type Props = {
  readonly offers: readonly (Moment & { readonly warung: string; readonly outcome: string })[];
  readonly history: readonly (Moment & { readonly text: string })[];
  readonly now: string;
};

export function CaseRecord({ offers, history, now }: Props) {
  const today = new Date(now);
  const line = "flex justify-between gap-4 py-1.5";
  const time = "muted shrink-0 text-sm tabular-nums";
  return (
    <section className="card card-pad space-y-5" aria-label="Riwayat">
      <div>
        <h2>Sudah ditawarkan</h2>
        {offers.length === 0 ? <p className="muted mt-1">Belum ada warung yang ditawari.</p> : null}
        <ol className="mt-1">
          {offers.map((offer) => (
            <li key={`${offer.warung} ${offer.at}`} className={line}>
              <span>
                <strong>{offer.warung}</strong>, {offer.outcome}
              </span>
              <time className={time} dateTime={offer.at}>
                {momentText(new Date(offer.at), today)}
              </time>
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h2>Riwayat</h2>
        <ol className="mt-1">
          {history.map((event) => (
            <li key={`${event.at} ${event.text}`} className={line}>
              <span>{event.text}</span>
              <time className={time} dateTime={event.at}>
                {momentText(new Date(event.at), today)}
              </time>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
