// What has happened, what is happening, what comes (looks/4): for tracking an order.
// `<Timeline steps={[{ state: "done", title: "Diterima penjual", note: "…", time: "13.05" }]} />`
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type TimelineStep = {
  readonly state: "done" | "now" | "next";
  readonly title: string;
  readonly note?: ReactNode;
  readonly time?: string;
};

const DOTS = {
  done: "bg-leaf text-white",
  now: "border-8 border-maroon bg-white",
  next: "border-2 border-line bg-white",
} as const;
const SAID = { done: "selesai", now: "sedang berjalan", next: "berikutnya" } as const;

export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <ol>
      {steps.map((step, at) => (
        <li
          key={`${step.title} ${step.time ?? ""}`}
          className="relative flex gap-4 pb-5 last:pb-0"
          aria-current={step.state === "now" ? "step" : undefined}
        >
          {at < steps.length - 1 ? (
            <span
              className={`absolute top-7 bottom-0 left-3 w-0.5 ${step.state === "done" ? "bg-leaf" : "bg-line"}`}
              aria-hidden="true"
            />
          ) : null}
          <span className={`grid size-6.5 shrink-0 place-items-center rounded-full ${DOTS[step.state]}`}>
            {step.state === "done" ? <Icon name="check" size={15} /> : null}
          </span>
          <div className="min-w-0 grow">
            <p className={step.state === "next" ? "muted font-bold" : "font-bold"}>
              {step.title}
              <span className="sr-only">, {SAID[step.state]}</span>
            </p>
            {step.note ? <div className="muted text-[0.9375rem]">{step.note}</div> : null}
          </div>
          {step.time ? <span className="muted shrink-0 tabular-nums">{step.time}</span> : null}
        </li>
      ))}
    </ol>
  );
}
