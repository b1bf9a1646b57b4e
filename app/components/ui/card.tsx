// `Card`: a white sheet with a hairline, for one matter. `CardLink`: the same, as one big link.
// `Row`: icon tile, title, note and something at the end (looks/5, "Yang harus dikerjakan"). `Section`: heading + content.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Box = { readonly children: ReactNode; readonly className?: string; readonly flush?: boolean };

/** `flush` leaves out the padding, for lists and pictures that touch the edge. `urgent` = the gold frame of a new order. */
export function Card({ children, className = "", flush, urgent }: Box & { readonly urgent?: boolean }) {
  const frame = urgent ? " border-2 border-gold bg-[#fffdf4]" : "";
  return <div className={`card${flush ? "" : " card-pad"}${frame} ${className}`}>{children}</div>;
}

export function CardLink({
  to,
  children,
  className = "",
  flush,
  current,
}: Box & { to: string; current?: boolean }) {
  const frame = current ? " border-2 border-maroon" : "";
  return (
    <Link
      to={to}
      className={`card${flush ? "" : " card-pad"}${frame} ${className}`}
      aria-current={current || undefined}
    >
      {children}
    </Link>
  );
}

type RowProps = {
  readonly icon?: IconName;
  /** a picture or avatar instead of an icon */
  readonly picture?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly end?: ReactNode;
};

export function Row({ icon, picture, title, note, end }: RowProps) {
  return (
    <div className="flex items-center gap-3">
      {icon ? (
        <span className="grid size-11 shrink-0 place-items-center rounded-xl bg-indigo-soft text-indigo">
          <Icon name={icon} />
        </span>
      ) : (
        picture
      )}
      <div className="min-w-0 grow">
        <div className="font-bold">{title}</div>
        {note ? <div className="muted text-[0.9375rem]">{note}</div> : null}
      </div>
      {end ? <div className="shrink-0 text-right">{end}</div> : null}
    </div>
  );
}

type SectionProps = {
  readonly title: ReactNode;
  /** a link or button on the heading's line */
  readonly more?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly id?: string;
};

export function Section({ title, more, children, className = "", id }: SectionProps) {
  return (
    <section className={`mt-6 ${className}`} id={id}>
      <div className="mb-2 flex min-h-11 items-center justify-between gap-4">
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}
