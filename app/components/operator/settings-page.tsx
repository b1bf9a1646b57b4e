// The frame of each page under /operator/toko: head, way back, title, what the last form ended with.
import { Link, useActionData, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice, problemOf } from "../ui/problem-notice.tsx";
import { WorkPage } from "../ui/work-page.tsx";
import { OperatorHeader } from "./operator-header.tsx";

type Props = {
  readonly warung: string;
  readonly title: string;
  readonly lead?: ReactNode;
  /** what `?kabar=` stands for */
  readonly said?: Readonly<Record<string, string>>;
  readonly back?: string;
  readonly children: ReactNode;
};

const SAVED = { tersimpan: "Tersimpan. Pembeli langsung melihat yang baru." } as const;

export function SettingsPage({ warung, title, lead, said, back = "/operator/toko", children }: Props) {
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const told = { ...SAVED, ...said }[params.get("kabar") ?? ""];
  return (
    <WorkPage header={<OperatorHeader title={warung} current="shop" />}>
      <Link to={back} className="tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Toko
      </Link>
      <h1>{title}</h1>
      {lead ? <p className="muted mt-1">{lead}</p> : null}
      <div className="mt-5 space-y-5">
        {told && !problem ? <Notice tone="good">{told}</Notice> : null}
        <ProblemNotice problem={problem} />
        {children}
      </div>
    </WorkPage>
  );
}
