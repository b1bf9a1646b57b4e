// What is kept of a seller's goods, today and from a day that is decided.
import { percentText } from "#app/domain/ledger/fee-days.ts";
import { dateText, midnightWib } from "#app/lib/clock.ts";
import { Notice } from "../ui/notice.tsx";

type Policy = { readonly starts_on: string; readonly commission_bp: number; readonly handling_bp: number };
type Props = { readonly fees: { readonly now?: Policy; readonly coming: readonly Policy[] } };

function words({ commission_bp, handling_bp }: Policy): string {
  if (commission_bp + handling_bp === 0) return "tanpa potongan";
  return `${percentText(commission_bp)} untuk Lapak Lampung dan ${percentText(handling_bp)} untuk warung`;
}

/** Nothing to say while nothing is kept and nothing else is decided. */
export function ComingFee({ fees }: Props) {
  const { now, coming } = fees;
  if (coming.length > 0) {
    return (
      <Notice tone="gold" title="Potongan berubah">
        {coming.map((policy) => (
          <p key={policy.starts_on}>
            Mulai {dateText(midnightWib(policy.starts_on))}: {words(policy)}, dari harga barang yang
            diserahkan.
          </p>
        ))}
        {now ? <p>Sampai saat itu: {words(now)}.</p> : null}
      </Notice>
    );
  }
  if (!now || now.commission_bp + now.handling_bp === 0) return null;
  return <p className="muted">Potongan sekarang: {words(now)}, dari harga barang.</p>;
}
