// A complaint as the seller and the warung work on it: how it stands, what they can do, what was said.
import type { ReactNode } from "react";
import type { ComplaintHolder } from "#app/domain/complaints/complaint-status.ts";
import type { Words } from "#app/domain/complaints/complaint-words.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Tag } from "../ui/chip.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { AnswerForm, NoteForm } from "./answer-form.tsx";
import { ComplaintHistory } from "./complaint-history.tsx";
import { complaintTag } from "./complaint-list.tsx";
import { ComplaintSheet, type SheetComplaint } from "./complaint-sheet.tsx";

type Props = {
  readonly complaint: SheetComplaint & {
    readonly status: string;
    readonly outcome: string | null;
    readonly isAnswerer: boolean;
    readonly refund: {
      readonly amount: number;
      readonly paidBack: boolean;
      readonly bySeller: boolean;
    } | null;
    readonly history: readonly { readonly at: string; readonly title: string; readonly note: string }[];
  };
  readonly words: Words;
  readonly reader: Extract<ComplaintHolder, "seller" | "operator">;
  readonly problem: Problem["problem"] | undefined;
  /** what a form ended with */
  readonly kabar: string | null;
  readonly now: string;
  /** what only the warung does, and whom it can call */
  readonly children?: ReactNode;
};

const SAID: Record<string, { readonly tone: "good" | "info"; readonly text: string }> = {
  dijawab: { tone: "good", text: "Jawaban terkirim ke pembeli." },
  dicatat: { tone: "good", text: "Keterangan disimpan." },
  pengganti: { tone: "good", text: "Tercatat: pengganti sudah di warung. Serahkan ke pembeli." },
  diserahkan: { tone: "good", text: "Selesai. Sudah kami catat." },
  berubah: {
    tone: "info",
    text: "Keluhan ini sudah berubah sejak halaman dibuka. Inilah keadaannya sekarang.",
  },
};

export function WorkComplaint({ complaint, words, reader, problem, kabar, now, children }: Props) {
  const base = `/${reader === "seller" ? "penjual" : "operator"}/keluhan/${complaint.code}`;
  const said = SAID[kabar ?? ""];
  const tag = complaintTag(
    { status: complaint.status, outcome: complaint.outcome, is_sellers: complaint.seller !== null },
    reader,
  );
  const { refund } = complaint;
  return (
    <>
      <ProblemNotice problem={problem} />
      {said && !problem ? (
        <div className="mb-4">
          <Notice tone={said.tone}>{said.text}</Notice>
        </div>
      ) : null}
      <Tag tone={tag.tone}>{tag.text}</Tag>
      <h1 className="mt-2">{words.title}</h1>
      {words.note ? <p className="muted mt-1">{words.note}</p> : null}
      {refund ? (
        <p className="mt-2">
          {rupiah(refund.amount)} {refund.paidBack ? "ditanggung" : "akan ditanggung"}{" "}
          <strong>{refund.bySeller ? complaint.seller : complaint.warung.name}</strong>.
        </p>
      ) : null}
      {children}
      <ComplaintSheet complaint={complaint} photoAt={(position) => `${base}/foto/${position}`} />
      {complaint.status === "open" && complaint.isAnswerer ? (
        <AnswerForm base={base} complaint={complaint} isSeller={reader === "seller"} problem={problem} />
      ) : null}
      {complaint.status === "done" ? null : <NoteForm base={base} problem={problem} />}
      <ComplaintHistory history={complaint.history} now={now} />
    </>
  );
}
