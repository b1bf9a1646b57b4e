// `Notice`: tells what happened or what to know (info, good, late), with one next step. `Empty`: a list with nothing in it.
// For an action's `Problem` use problem-notice.tsx, which also takes the focus.
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const TONES = {
  info: { box: "bg-indigo-soft text-indigo", icon: "info" },
  good: { box: "bg-leaf-soft text-[#22583f]", icon: "check-circle" },
  late: { box: "bg-clay-soft text-clay-ink", icon: "alert" },
  gold: { box: "bg-gold-soft text-gold-ink", icon: "clock" },
} as const;

type NoticeProps = {
  readonly tone?: keyof typeof TONES;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  const { box, icon } = TONES[tone];
  return (
    <div className={`flex gap-3 rounded-card p-4 ${box}`} role={tone === "late" ? undefined : "status"}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0 grow">
        {title ? <p className="font-bold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}

type EmptyProps = {
  /** a file of public/ikon, such as `/ikon/keranjang.svg` */
  readonly picture?: string;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function Empty({ picture = "/ikon/keranjang.svg", title, children, action }: EmptyProps) {
  return (
    <div className="card mt-4 px-6 py-10 text-center">
      <img src={picture} alt="" width={72} height={72} className="mx-auto" />
      <p className="mt-4 text-xl font-extrabold tracking-tight">{title}</p>
      {children ? <div className="muted mx-auto mt-2 max-w-md">{children}</div> : null}
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
