// Who said and did what about a complaint, the first thing first.
import { momentText } from "#app/lib/clock.ts";
import { Timeline } from "../ui/timeline.tsx";

type Props = {
  readonly history: readonly { readonly at: string; readonly title: string; readonly note: string }[];
  readonly now: string;
};

export function ComplaintHistory({ history, now }: Props) {
  return (
    <section className="card card-pad my-4" aria-label="Riwayat">
      <h2 className="mb-3">Riwayat</h2>
      <Timeline
        steps={history.map((event) => ({
          state: "done",
          title: event.title,
          note: event.note || undefined,
          time: momentText(new Date(event.at), new Date(now)),
        }))}
      />
    </section>
  );
}
