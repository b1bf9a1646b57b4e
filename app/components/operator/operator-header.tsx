// Head of the operator's pages: whose warung, how it stands today, and the few other pages.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { HEADER_BUTTON, WorkHeader } from "../ui/header.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly title: string;
  readonly note?: string;
  readonly current: "board" | "staples" | "order" | "shop";
  /** instead of the way out */
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
        { to: "/operator/toko", label: "Toko", current: current === "shop" },
      ]}
      action={
        action ?? (
          <Form method="post" action="/keluar">
            <button type="submit" className={HEADER_BUTTON}>
              <Icon name="log-out" size={18} /> Keluar
            </button>
          </Form>
        )
      }
    />
  );
}
