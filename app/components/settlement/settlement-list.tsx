// The settlements of a payee, the newest first, each with where its money is.
import {
  SETTLEMENT_LABEL,
  SETTLEMENT_TONE,
  type SettlementStatus,
} from "#app/domain/settlement/settlement-status.ts";
import { weekText } from "#app/domain/settlement/settlement-week.ts";
import { dateText } from "#app/lib/clock.ts";
import { CardLink } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";
import { Money } from "../ui/money.tsx";
import { Pager } from "../ui/pager.tsx";

export type SettlementItem = {
  readonly code: string;
  readonly until: string;
  readonly lines: number;
  readonly amount: number;
  readonly status: string;
  readonly paid_at: string | null;
};

type Props = {
  readonly settlements: readonly SettlementItem[];
  readonly page: number;
  readonly hasMore: boolean;
  /** of the list; a settlement's page is `path/CODE` */
  readonly path: string;
  readonly listPath?: string;
};

export function SettlementList({ settlements, page, hasMore, path, listPath = path }: Props) {
  return (
    <section aria-label="Penyelesaian mingguan">
      <h2 className="mb-2">Penyelesaian mingguan</h2>
      {settlements.length === 0 ? (
        <p className="muted">
          Belum ada. Setiap Senin kami menyusun yang sudah jatuh tempo, lalu mentransfernya.
        </p>
      ) : (
        <ul className="grid gap-3">
          {settlements.map((one) => {
            const status = one.status as SettlementStatus;
            return (
              <li key={one.code}>
                <CardLink to={`${path}/${one.code}`}>
                  <div className="flex items-start justify-between gap-4">
                    <div className="min-w-0">
                      <p className="font-bold">{weekText(one.until)}</p>
                      <p className="muted text-sm">
                        {one.code} · {one.lines} catatan
                      </p>
                    </div>
                    <Money amount={one.amount} className="text-lg font-extrabold" />
                  </div>
                  <p className="mt-2">
                    <Tag tone={SETTLEMENT_TONE[status]}>
                      {SETTLEMENT_LABEL[status]}
                      {one.paid_at ? ` ${dateText(new Date(one.paid_at))}` : ""}
                    </Tag>
                  </p>
                </CardLink>
              </li>
            );
          })}
        </ul>
      )}
      <Pager
        page={page}
        pages={hasMore ? page + 1 : page}
        hrefFor={(to) => (to === 1 ? listPath : `${listPath}?halaman=${to}`)}
      />
    </section>
  );
}
