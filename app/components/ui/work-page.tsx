// The frame of the operator's and the seller's pages: their own head, one column, `bar` at the thumb.
// `header` takes a `<WorkHeader tone="operator | seller" title note action nav />`.
import type { ReactNode } from "react";

type Props = {
  readonly header: ReactNode;
  readonly bar?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
};

export function WorkPage({ header, bar, narrow = true, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      {header}
      <main id="isi" className={`page grow pt-5 pb-10 ${narrow ? "page-narrow" : ""}`}>
        {children}
      </main>
      {bar ? (
        <div className="thumb-bar">
          <div className={`page py-3 ${narrow ? "page-narrow" : ""}`}>{bar}</div>
        </div>
      ) : null}
    </div>
  );
}
