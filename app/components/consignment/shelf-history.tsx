// How the number on a shelf became what it is, the newest change first.
import { shelfMoveText } from "#app/domain/consignment/explain-shelf-move.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Section } from "../ui/card.tsx";
import { ChangeList } from "../ui/change-list.tsx";
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
        <ChangeList
          changes={moves.map((move) => ({ ...move, text: shelfMoveText(move) }))}
          now={new Date(now)}
        />
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
