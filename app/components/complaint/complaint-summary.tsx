// On the tracking page of a received order: its complaints, and the way to make one while there is time.
import { lastDayText } from "#app/domain/complaints/complaint-words.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Section } from "../ui/card.tsx";
import { ComplaintList, type ListedComplaint } from "./complaint-list.tsx";

type Props = {
  readonly code: string;
  /** of the tracking link */
  readonly secret: string | null;
  readonly complaints: readonly ListedComplaint[];
  /** end of the time to complain; null when it is over, or not begun */
  readonly until: string | null;
  readonly now: string;
};

/** An address of this order that keeps the secret of its link. */
export function buyerAddress(path: string, secret: string | null): string {
  return `${path}${secret ? `?k=${encodeURIComponent(secret)}` : ""}`;
}

export function ComplaintSummary({ code, secret, complaints, until, now }: Props) {
  if (complaints.length === 0 && !until) return null;
  const base = `/pesanan/${code}/keluhan`;
  return (
    <Section title={complaints.length > 0 ? "Keluhan Anda" : "Ada yang tidak beres?"} className="mb-6">
      <ComplaintList
        complaints={complaints}
        now={now}
        reader="buyer"
        addressOf={(complaint) => buyerAddress(`${base}/${complaint.code}`, secret)}
      />
      {until ? (
        <div className="mt-3 grid gap-2">
          <ButtonLink kind="outlined" wide to={buyerAddress(base, secret)}>
            {complaints.length > 0 ? "Keluhkan barang lain" : "Keluhkan barang"}
          </ButtonLink>
          <p className="muted text-center text-[0.9375rem]">
            Rusak, kurang, atau bukan pesanan Anda? Bisa sampai {lastDayText(until, new Date(now))} pukul
            23.59.
          </p>
        </div>
      ) : null}
    </Section>
  );
}
