// Each warung's part of a regency's orders beside an equal part: a bar, and a line where the equal part ends.
import { Link } from "@remix-run/react";
import type { ShopShare } from "#app/domain/reports/fair-share.ts";
import { count } from "#app/lib/rupiah.ts";

/** `8,4 %` */
export function percentText(share: number): string {
  return `${(share * 100).toLocaleString("id-ID", { maximumFractionDigits: 1 })} %`;
}

type Props = { readonly shops: readonly ShopShare[]; readonly equalShare: number };

export function ShareBars({ shops, equalShare }: Props) {
  const widest = Math.max(equalShare, ...shops.map((shop) => shop.share)) || 1;
  const width = (share: number) => `${(share / widest) * 100}%`;
  return (
    <ul className="space-y-3">
      {shops.map((shop) => (
        <li key={shop.slug} className="text-[0.9375rem]">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <Link to={`/dinas/warung/${shop.slug}/pilihan`} className="tap link">
              {shop.name}
            </Link>
            <span className="money">
              {count(shop.orders)} pesanan · {percentText(shop.share)}
            </span>
          </div>
          <div className="relative h-3 rounded-full bg-[#efe7dc]" aria-hidden="true">
            <span
              className="absolute inset-y-0 left-0 rounded-full bg-gold"
              style={{ width: width(shop.share) }}
            />
            <span className="absolute -inset-y-1 w-0.5 bg-maroon" style={{ left: width(equalShare) }} />
          </div>
          {shop.standstill ? <p className="mt-1 text-clay-ink">{shop.standstill}</p> : null}
        </li>
      ))}
    </ul>
  );
}
