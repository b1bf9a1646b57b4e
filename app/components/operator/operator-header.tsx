// Head of the operator's pages: whose warung, how it stands today, and the few other pages.
import type { ReactNode } from "react";
import { WorkHeader } from "../ui/header.tsx";

type Props = {
  readonly title: string;
  readonly note?: string;
  readonly current: "board" | "staples" | "order" | "shop" | "reports";
  /** a button on the right, such as Jeda */
  readonly action?: ReactNode;
};

export function OperatorHeader({ title, note, current, action }: Props) {
  return (
    <WorkHeader
      tone="operator"
      title={title}
      note={note}
      nav={[
        { to: "/operator", label: "Pesanan", current: current === "board" },
        { to: "/operator/sembako", label: "Sembako", current: current === "staples" },
        { to: "/operator/laporan", label: "Laporan", current: current === "reports" },
        { to: "/operator/toko", label: "Toko", current: current === "shop" },
      ]}
      action={action}
    />
  );
}
