// Each warung's part of a regency's orders beside an equal part: a bar, and a line where the equal part ends.
import { Link } from "@remix-run/react";
import type { ShopShare } from "#app/domain/reports/fair-share.ts";
import { count } from "#app/lib/rupiah.ts";

/** `8,4 %` */
export function percentText(share: number): string {
  return `${(share * 100).toLocaleString("id-ID", { maximumFractionDigits: 1 })} %`;
}

type Props = { readonly shops: readonly ShopShare[]; readonly equalShare: number };

const reasonsHref = (shop: ShopShare) => `/dinas/warung/${shop.slug}/pilihan`;

export function ShareBars({ shops, equalShare }: Props) {
  const busy = shops.filter((shop) => shop.orders > 0);
  const idle = shops.filter((shop) => shop.orders === 0);
  const widest = Math.max(equalShare, ...shops.map((shop) => shop.share)) || 1;
  const width = (share: number) => `${(share / widest) * 100}%`;
  return (
    <>
      <ul className="grid gap-x-10 gap-y-3 lg:grid-cols-2">
        {busy.map((shop) => (
          <li key={shop.slug} className="text-[0.9375rem]">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <Link to={reasonsHref(shop)} className="tap link">
                {shop.name}
              </Link>
              <span className="money">
                {count(shop.orders)} pesanan · {percentText(shop.share)}
              </span>
            </div>
            <div className="no-print relative h-3 rounded-full bg-[#efe7dc]" aria-hidden="true">
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
      {idle.length > 0 ? (
        <div className="border-t border-line pt-3">
          <h3>Tanpa pesanan: {count(idle.length)} warung</h3>
          <ul className="flex flex-wrap gap-x-6 text-[0.9375rem]">
            {idle.map((shop) => (
              <li key={shop.slug}>
                <Link to={reasonsHref(shop)} className="tap link">
                  {shop.name}
                </Link>
                {shop.standstill ? <span className="text-clay-ink"> ({shop.standstill})</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
