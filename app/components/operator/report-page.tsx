// The frame of each page under /operator/laporan: head, way back, title, what it is for.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { PrintHead } from "../report/report-tools.tsx";
import { Icon } from "../ui/icon.tsx";
import { WorkPage } from "../ui/work-page.tsx";
import { OperatorHeader } from "./operator-header.tsx";

type Props = {
  readonly warung: string;
  readonly title: string;
  readonly lead: string;
  readonly now: string;
  readonly children: ReactNode;
};

export function OperatorReport({ warung, title, lead, now, children }: Props) {
  return (
    <WorkPage header={<OperatorHeader title={warung} current="reports" />}>
      <PrintHead whose={warung} now={now} />
      <Link to="/operator/laporan" className="no-print tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Laporan
      </Link>
      <h1>{title}</h1>
      <p className="muted mt-1">{lead}</p>
      <div className="mt-5 space-y-5">{children}</div>
    </WorkPage>
  );
}
