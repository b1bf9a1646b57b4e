// The officers' list of complaints with its parts, beside the case that is open.

import { kindLabel } from "#app/domain/complaints/complaint-kinds.ts";
import { COMPLAINT_LABEL, type ComplaintStatus } from "#app/domain/complaints/complaint-status.ts";
import { lastDayText } from "#app/domain/complaints/complaint-words.ts";
import {
  COMPLAINT_TABS,
  type ComplaintListPlace,
  type ComplaintTab,
  complaintPlaceQuery,
} from "#app/web/complaint-place.ts";
import { CardLink } from "../ui/card.tsx";
import { Chip } from "../ui/chip.tsx";
import { Empty } from "../ui/notice.tsx";
import { Onwards } from "./onwards.tsx";

type Props = {
  readonly complaints: readonly {
    readonly code: string;
    readonly order_code: string;
    readonly status: string;
    readonly kind: string;
    readonly name: string;
    readonly seller: string;
    readonly regency: string;
    readonly deadline_at: string | null;
  }[];
  readonly next: string | null;
  readonly place: ComplaintListPlace;
  readonly now: string;
  readonly isProvince: boolean;
  readonly current?: string;
};

const EMPTY: Record<ComplaintTab, { readonly title: string; readonly text: string }> = {
  putuskan: {
    title: "Tidak ada yang perlu diputuskan",
    text: "Pembeli dan penjual sepakat, atau masih bicara.",
  },
  berjalan: { title: "Tidak ada keluhan", text: "Semua keluhan sudah selesai." },
  selesai: { title: "Belum ada yang selesai", text: "Keluhan yang selesai dapat dibaca lagi di sini." },
};

export function ComplaintQueue({ complaints, next, place, now, isProvince, current }: Props) {
  const at = new Date(now);
  const href = (changes: Partial<ComplaintListPlace>) =>
    `/dinas/keluhan${complaintPlaceQuery({ tab: "putuskan", after: undefined, ...changes })}`;
  return (
    <>
      <nav aria-label="Bagian" className="flex flex-wrap gap-2">
        {(Object.keys(COMPLAINT_TABS) as ComplaintTab[]).map((tab) => (
          <Chip key={tab} to={href({ tab })} current={place.tab === tab}>
            {COMPLAINT_TABS[tab].label}
          </Chip>
        ))}
      </nav>
      {complaints.length === 0 ? (
        <Empty picture="/ikon/warung.svg" title={place.after ? "Tidak ada lagi" : EMPTY[place.tab].title}>
          {place.after ? null : EMPTY[place.tab].text}
        </Empty>
      ) : null}
      {complaints.map((one) => {
        const late = one.deadline_at !== null && new Date(one.deadline_at) < at;
        return (
          <CardLink
            key={one.code}
            to={`/dinas/keluhan/${one.code}${complaintPlaceQuery(place)}`}
            current={one.code === current}
            className="block"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-bold">{one.name}</span>
              <span className={`shrink-0 text-sm ${late ? "font-semibold text-clay-ink" : "muted"}`}>
                {one.deadline_at ? (late ? "lewat tenggat" : lastDayText(one.deadline_at, at)) : "selesai"}
              </span>
            </span>
            <span className="mt-1 block text-[0.9375rem]">
              {kindLabel(one.kind)} · {COMPLAINT_LABEL[one.status as ComplaintStatus]}
            </span>
            <span className="muted mt-0.5 block text-sm">
              {one.seller} · {one.order_code}
              {isProvince ? ` · ${one.regency}` : ""}
            </span>
          </CardLink>
        );
      })}
      <Onwards
        start={place.after ? href({ tab: place.tab }) : null}
        next={next ? href({ tab: place.tab, after: next }) : null}
      />
    </>
  );
}
