// The frame of each page under /penjual/uang and /operator/uang/penyelesaian: head, way back, title, what it is for.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { OperatorHeader } from "../operator/operator-header.tsx";
import { SellerHeader } from "../seller/seller-header.tsx";
import { Icon } from "../ui/icon.tsx";
import { WorkPage } from "../ui/work-page.tsx";

type Props = {
  /** of a seller's pages; without it they are the warung's */
  readonly work?: Parameters<typeof SellerHeader>[0]["work"];
  readonly warung?: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: string;
  readonly backLabel?: string;
  readonly children: ReactNode;
};

export function MoneyPage({ work, warung, title, lead, back, backLabel = "Uang", children }: Props) {
  const header = work ? (
    <SellerHeader work={work} current="money" />
  ) : (
    <OperatorHeader title={warung ?? ""} current="reports" />
  );
  return (
    <WorkPage header={header}>
      {back ? (
        <Link to={back} className="no-print tap mb-1 gap-1 font-semibold text-maroon">
          <Icon name="chevron-left" size={18} /> {backLabel}
        </Link>
      ) : null}
      <h1>{title}</h1>
      {lead ? <p className="muted mt-1">{lead}</p> : null}
      <div className="mt-5 space-y-5">{children}</div>
    </WorkPage>
  );
}
