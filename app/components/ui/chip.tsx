// `Chip`: a pill that leads somewhere or, with `remove`, takes a filter away. `Tag`: a pill that only says something.
// Tones of `Tag`: good (open, verified), gold (waiting, licences), indigo (later), late (gone, overdue), plain, white.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type ChipProps = {
  readonly to: string;
  readonly children: ReactNode;
  readonly picture?: string;
  readonly current?: boolean;
  /** the chip removes what it names (for readers: "Hapus saringan …"), or all of them, and says so itself */
  readonly remove?: boolean | "all";
};

export function Chip({ to, children, picture, current, remove }: ChipProps) {
  return (
    <Link
      to={to}
      className={current ? "chip border-indigo bg-indigo text-white" : "chip"}
      aria-current={current || undefined}
      preventScrollReset={Boolean(remove)}
    >
      {picture ? <img src={picture} alt="" width={24} height={24} loading="lazy" /> : null}
      {remove === true ? <span className="sr-only">Hapus saringan </span> : null}
      {children}
      {remove ? <Icon name="x" size={16} /> : null}
    </Link>
  );
}

export type TagTone = "good" | "gold" | "indigo" | "late" | "plain" | "white";

export function Tag({
  tone = "plain",
  icon,
  children,
}: {
  tone?: TagTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`tag tag-${tone}`}>
      {icon ? <Icon name={icon} size={16} /> : null}
      {children}
    </span>
  );
}
