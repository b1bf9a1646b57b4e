// How the number on a shelf became what it is, the newest change first.
import { shelfMoveText } from "#app/domain/consignment/explain-shelf-move.ts";
import { momentText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Section } from "../ui/card.tsx";
import { Empty } from "../ui/notice.tsx";

type Props = {
  readonly moves: readonly {
    readonly id: number;
    readonly at: string;
    readonly cause: string;
    readonly reason: string | null;
    readonly before: number;
    readonly after: number;
    readonly order_code: string | null;
    readonly consignment_code: string | null;
    readonly actor_name: string;
  }[];
  /** id to ask for older ones with */
  readonly next: number | null;
  /** address of this page */
  readonly here: string;
  readonly now: string;
};

export function ShelfHistory({ moves, next, here, now }: Props) {
  return (
    <Section title="Riwayat">
      {moves.length === 0 ? (
        <Empty picture="/ikon/paket.svg" title="Belum pernah ada di rak">
          Titipan untuk barang ini belum dihitung masuk rak.
        </Empty>
      ) : (
        <ol className="card divide-y divide-line">
          {moves.map((move) => {
            const by = move.after - move.before;
            return (
              <li key={move.id} className="flex items-center gap-3 px-4 py-3">
                <div className="min-w-0 grow">
                  <p className="font-semibold">{shelfMoveText(move)}</p>
                  <p className="muted text-sm">{momentText(new Date(move.at), new Date(now))}</p>
                </div>
                <p className="shrink-0 text-right tabular-nums">
                  <b className={by > 0 ? "text-leaf" : "text-clay-ink"}>
                    {by > 0 ? "+" : "−"}
                    {count(Math.abs(by))}
                  </b>
                  <span className="muted block text-sm">jadi {count(move.after)}</span>
                </p>
              </li>
            );
          })}
        </ol>
      )}
      {next !== null ? (
        <div className="mt-4">
          <ButtonLink to={`${here}?sebelum=${next}`} kind="outlined" small>
            Yang lebih lama
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  );
}
