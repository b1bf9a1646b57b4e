// Complaints as rows that lead to each: what, how it stands, by when.

import { kindLabel } from "#app/domain/complaints/complaint-kinds.ts";
import {
  COMPLAINT_LABEL,
  type ComplaintHolder,
  type ComplaintStatus,
  holderOf,
  OUTCOME_LABEL,
  type Outcome,
} from "#app/domain/complaints/complaint-status.ts";
import { lastDayText } from "#app/domain/complaints/complaint-words.ts";
import { CardLink } from "../ui/card.tsx";
import { Tag, type TagTone } from "../ui/chip.tsx";

export type ListedComplaint = {
  readonly code: string;
  readonly order_code: string;
  readonly status: string;
  readonly kind: string;
  readonly outcome: string | null;
  readonly is_sellers: boolean;
  readonly pieces: number;
  readonly name: string;
  readonly deadline_at: string | null;
};

type Props = {
  readonly complaints: readonly ListedComplaint[];
  readonly now: string;
  /** who looks: what waits for them stands out */
  readonly reader: ComplaintHolder;
  readonly addressOf: (complaint: ListedComplaint) => string;
};

/** How a complaint stands in two words, and how loud. */
export function complaintTag(
  { status, outcome, is_sellers }: Pick<ListedComplaint, "status" | "outcome" | "is_sellers">,
  reader: ComplaintHolder,
): { readonly tone: TagTone; readonly text: string } {
  if (status === "done")
    return {
      tone: outcome === "refused" ? "plain" : "good",
      text: OUTCOME_LABEL[(outcome ?? "refused") as Outcome],
    };
  const isTheirs = holderOf(status as ComplaintStatus, is_sellers) === reader;
  return { tone: isTheirs ? "gold" : "indigo", text: COMPLAINT_LABEL[status as ComplaintStatus] };
}

export function ComplaintList({ complaints, now, reader, addressOf }: Props) {
  const at = new Date(now);
  return (
    <ul className="space-y-3">
      {complaints.map((complaint) => {
        const tag = complaintTag(complaint, reader);
        const late = complaint.deadline_at !== null && new Date(complaint.deadline_at) < at;
        return (
          <li key={complaint.code}>
            <CardLink to={addressOf(complaint)} className="block">
              <span className="flex items-start justify-between gap-3">
                <span className="min-w-0 font-bold">{complaint.name}</span>
                <Tag tone={tag.tone}>{tag.text}</Tag>
              </span>
              <span className="mt-1 block text-[0.9375rem]">
                {kindLabel(complaint.kind)}, {complaint.pieces} barang
              </span>
              <span className={`block text-sm ${late ? "font-semibold text-clay-ink" : "muted"}`}>
                {complaint.deadline_at
                  ? late
                    ? "lewat tenggat · "
                    : `paling lambat ${lastDayText(complaint.deadline_at, at)} · `
                  : ""}
                {complaint.order_code}
              </span>
            </CardLink>
          </li>
        );
      })}
    </ul>
  );
}
