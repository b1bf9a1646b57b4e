// The officer's desk (looks/6): maroon column with the menu on the left, the work on the right.
// On a phone the menu becomes a row on top, scrolled to where one is. `action` is the page's one button; two panes: `<DeskPanes queue case>`.
import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Logo } from "./header.tsx";
import { TapisBand } from "./tapis-band.tsx";

export type DeskItem = {
  readonly to: string;
  readonly label: string;
  readonly count?: number;
  readonly current?: boolean;
};

type Props = {
  readonly menu: readonly DeskItem[];
  readonly title: string;
  /** "Kota Bandar Lampung · 12 menunggu, tertua 2 hari" */
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  /** who works here, with the way out; at the foot of the column */
  readonly who?: ReactNode;
  readonly children: ReactNode;
};

export function DeskPage({ menu, title, note, action, who, children }: Props) {
  const row = useRef<HTMLElement>(null);
  const current = menu.find((item) => item.current)?.to;
  useEffect(() => {
    const here = current && row.current?.querySelector<HTMLElement>("[aria-current]");
    if (here) row.current?.scrollTo({ left: here.offsetLeft - (innerWidth - here.offsetWidth) / 2 });
  }, [current]);
  return (
    <div className="min-h-dvh lg:flex">
      <div className="on-dark flex flex-wrap items-center justify-between bg-maroon-dark text-white lg:sticky lg:top-0 lg:h-dvh lg:w-60 lg:shrink-0 lg:flex-col lg:flex-nowrap lg:items-stretch lg:justify-start">
        <div className="px-4 pt-2 lg:pt-5">
          <Logo />
        </div>
        <nav
          ref={row}
          aria-label="Meja petugas"
          className="relative order-1 flex w-full gap-1 overflow-x-auto p-3 pt-1 lg:order-none lg:mt-2 lg:flex-col lg:overflow-y-auto lg:pt-3"
        >
          {menu.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              aria-current={item.current ? "page" : undefined}
              className={`flex min-h-11 shrink-0 items-center justify-between gap-3 rounded-xl px-3 font-semibold ${item.current ? "bg-white/15" : "hover:bg-white/8"}`}
            >
              {item.label}
              {item.count ? (
                <span className="rounded-full bg-white/20 px-2.5 text-sm">
                  {item.count.toLocaleString("id-ID")}
                </span>
              ) : null}
            </Link>
          ))}
        </nav>
        {who ? <div className="min-w-0 px-4 pt-2 text-sm text-white/85 lg:mt-auto lg:py-3">{who}</div> : null}
        <div className="order-1 w-full">
          <TapisBand />
        </div>
      </div>
      <main className="min-w-0 grow px-4 py-6 lg:px-8">
        <div className="mb-5 flex flex-wrap items-start justify-between gap-4">
          <div className="min-w-0">
            <h1>{title}</h1>
            {note ? <p className="muted mt-1">{note}</p> : null}
          </div>
          {action}
        </div>
        {children}
      </main>
    </div>
  );
}

/** The queue beside the case; on a phone one under the other, the case first when one is open. */
export function DeskPanes({ queue, children }: { readonly queue: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-col-reverse gap-5 lg:grid lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start">
      <div className="grid gap-3">{queue}</div>
      {children ? <div className="min-w-0">{children}</div> : null}
    </div>
  );
}

/** Name and value pairs of a case: `<Facts facts={[["Pemilik", "Yuni Astuti"]]} />`. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2">
      {facts.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have one name, and their order stays
        <div key={`${name} ${at}`} className="contents">
          <dt className="muted">{name}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
