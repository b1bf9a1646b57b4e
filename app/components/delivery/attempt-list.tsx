// What was tried at the door and what proves the receipt: for the warung and for officers, with their photos.
import { FAILURE_REASONS, type FailureReason } from "#app/domain/orders/delivery/failure-reasons.ts";
import { momentText } from "#app/lib/clock.ts";
import { Tag } from "../ui/chip.tsx";

export type ShownAttempt = {
  readonly id: number;
  readonly at: string;
  readonly outcome: "failed" | "delivered";
  readonly reason: string | null;
  readonly note: string | null;
  readonly proof: "pin" | "photo" | "officer" | null;
  readonly receiver_name: string | null;
  readonly has_photo: boolean;
  readonly warung: string;
};

type Props = {
  readonly attempts: readonly ShownAttempt[];
  /** where its photos are, such as `/operator/pesanan/LL-7K3M9Q/foto` */
  readonly photos: string;
  readonly now: string;
};

function textOf({ outcome, reason, proof, receiver_name }: ShownAttempt): string {
  if (outcome === "failed") return `Gagal: ${FAILURE_REASONS[reason as FailureReason]}`;
  if (proof === "photo") return `Diterima ${receiver_name}, dicatat dengan foto`;
  return proof === "officer" ? "Diterima, dipastikan petugas lewat telepon" : "Diterima dengan PIN";
}

export function AttemptList({ attempts, photos, now }: Props) {
  if (attempts.length === 0) return null;
  return (
    <section className="card card-pad" aria-label="Serah terima">
      <h2 className="mb-3">Serah terima</h2>
      <ul className="space-y-4">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="flex gap-3">
            <div className="min-w-0 grow">
              <Tag tone={attempt.outcome === "failed" ? "late" : "good"}>{textOf(attempt)}</Tag>
              {attempt.note ? <p className="mt-1">{attempt.note}</p> : null}
              <p className="muted mt-1 text-sm">
                {attempt.warung}, {momentText(new Date(attempt.at), new Date(now))}
              </p>
            </div>
            {attempt.has_photo ? (
              <a href={`${photos}/${attempt.id}`} className="shrink-0">
                <img
                  src={`${photos}/${attempt.id}`}
                  alt={`Foto: ${textOf(attempt)}. Buka`}
                  width={96}
                  height={96}
                  loading="lazy"
                  className="size-24 rounded-xl border border-line object-cover"
                />
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
