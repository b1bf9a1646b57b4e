// Shows why an action did not accept a form, and moves the focus there: `<ProblemNotice problem={problemOf(useActionData())} />`.
// Put it above the form; give the same `problem` to the fields.
import { useEffect, useRef } from "react";
import type { Problem } from "#app/web/reply.server.ts";
import { Icon } from "./icon.tsx";

/** The problem in an action's or fetcher's data, when it was one. */
export function problemOf(data: unknown): Problem["problem"] | undefined {
  return data !== null && typeof data === "object" && "problem" in data
    ? (data as Problem).problem
    : undefined;
}

export function ProblemNotice({ problem }: { readonly problem: Problem["problem"] | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  // `problem` is a new object after each try: the focus comes back even when the sentence is the same
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 flex gap-3 rounded-card border border-clay bg-clay-soft p-4 font-semibold text-clay-ink"
    >
      <Icon name="alert" className="mt-0.5" />
      <p className="min-w-0 grow">{problem.message}</p>
    </div>
  );
}
