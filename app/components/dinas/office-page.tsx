// The officer's frame with its menu and counts: every page of /dinas stands in it.
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { DeskPage } from "../ui/desk-page.tsx";
import { Icon } from "../ui/icon.tsx";
import { OFFICE_MENU, type OfficePageKey } from "./menu.ts";

export type Desk = {
  readonly office: string;
  readonly officer: string;
  readonly needing: number;
  readonly late: number;
  readonly paused: number;
  readonly waiting: number;
  readonly complaints: number;
  readonly isProvince: boolean;
};

type Props = {
  readonly desk: Desk;
  readonly current: OfficePageKey;
  readonly title: string;
  /** follows the office's name */
  readonly note?: string;
  readonly children: ReactNode;
};

export function OfficePage({ desk, current, title, note, children }: Props) {
  const counts: { readonly [key in OfficePageKey]?: number } = {
    orders: desk.needing + desk.late,
    umkm: desk.waiting,
    complaints: desk.complaints,
  };
  return (
    <DeskPage
      title={title}
      note={[desk.office, note].filter(Boolean).join(" · ")}
      menu={OFFICE_MENU.filter((item) => desk.isProvince || !item.province).map(({ key, to, label }) => ({
        to,
        label,
        count: counts[key],
        current: key === current,
      }))}
      who={
        <Form method="post" action="/keluar" className="flex items-center justify-between gap-3">
          <Link to="/akun" className="tap min-w-0 truncate font-semibold hover:underline">
            {desk.officer}
          </Link>
          <button type="submit" className="tap gap-2 font-semibold">
            <Icon name="log-out" size={18} /> Keluar
          </button>
        </Form>
      }
    >
      {children}
    </DeskPage>
  );
}
