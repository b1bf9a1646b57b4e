// Sendings as rows that lead to their page: who, what, and how it stands.
import { CONSIGNMENT_LABEL, type ConsignmentStatus } from "#app/domain/consignment/consignment-status.ts";
import { dayText, relativeDayText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { CardLink } from "../ui/card.tsx";
import { Tag, type TagTone } from "../ui/chip.tsx";

export type ConsignmentView = {
  readonly code: string;
  readonly status: string;
  readonly umkm: string;
  readonly warung: string;
  readonly sent_at: string;
  readonly due_at: string;
  readonly sent: number;
  readonly received: number;
  readonly turned_down: number;
  readonly goods: string;
};

const TONE = {
  sent: "gold",
  received: "good",
  refused: "late",
  cancelled: "plain",
} as const satisfies Record<ConsignmentStatus, TagTone>;

export function ConsignmentTag({ status }: { readonly status: string }) {
  return <Tag tone={TONE[status as ConsignmentStatus]}>{CONSIGNMENT_LABEL[status as ConsignmentStatus]}</Tag>;
}

/** How a sending stands, in a line: until when it should be counted, or what the count said. */
function noteOf(sending: ConsignmentView, now: Date): { text: string; late: boolean } {
  const due = new Date(sending.due_at);
  if (sending.status === "sent") {
    // it is due at the end of a day, that is, at the next one's midnight
    const day = relativeDayText(new Date(due.getTime() - 1), now);
    return due < now
      ? { text: `Terlambat dihitung, seharusnya ${day}`, late: true }
      : { text: `Dihitung paling lambat ${day}`, late: false };
  }
  if (sending.status !== "received")
    return { text: `Dikirim ${dayText(new Date(sending.sent_at))}`, late: false };
  const short = sending.sent - sending.received - sending.turned_down;
  const parts = [
    `${count(sending.received)} dari ${count(sending.sent)} masuk rak`,
    sending.turned_down > 0 ? `${count(sending.turned_down)} dikembalikan` : "",
    short > 0 ? `kurang ${count(short)}` : "",
  ].filter(Boolean);
  return { text: parts.join(", "), late: short > 0 };
}

type Props = {
  readonly sendings: readonly ConsignmentView[];
  readonly side: "seller" | "warung";
  readonly now: string;
};

export function ConsignmentCards({ sendings, side, now }: Props) {
  return (
    <div className="space-y-3">
      {sendings.map((sending) => {
        const { text, late } = noteOf(sending, new Date(now));
        const under = side === "seller" ? "/penjual/titip" : "/operator/titip";
        return (
          <CardLink key={sending.code} to={`${under}/${sending.code}`}>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <ConsignmentTag status={sending.status} />
              <span className="muted text-sm">{sending.code}</span>
            </div>
            <p className="mt-2 font-bold">{side === "seller" ? sending.warung : sending.umkm}</p>
            <p>{sending.goods}</p>
            <p className={late ? "font-semibold text-clay-ink" : "muted"}>{text}</p>
          </CardLink>
        );
      })}
    </div>
  );
}
