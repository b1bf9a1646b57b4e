// How each warung of a regency answered and delivered in a month, sortable by its heads.
import { Link } from "@remix-run/react";
import { SHARE_SORTS, type ShareSort, type ShopShare } from "#app/domain/reports/fair-share.ts";
import { count } from "#app/lib/rupiah.ts";
import { percentText } from "./share-bars.tsx";

type Props = {
  readonly shops: readonly ShopShare[];
  readonly by: ShareSort;
  readonly rising: boolean;
  /** the page's address with this sort */
  readonly hrefFor: (by: ShareSort, rising: boolean) => string;
};

const decimal = (value: number | null) =>
  value === null ? "–" : value.toLocaleString("id-ID", { maximumFractionDigits: 1 });

export function ShareTable({ shops, by, rising, hrefFor }: Props) {
  return (
    <section className="card overflow-x-auto" aria-label="Rincian per warung">
      <table className="table">
        <thead>
          <tr>
            {(Object.keys(SHARE_SORTS) as ShareSort[]).map((key) => {
              // a first look at a figure wants the highest on top, at names the first of the alphabet
              const next = key === by ? !rising : key === "nama";
              const arrow = key === by ? (rising ? " ↑" : " ↓") : "";
              return (
                <th
                  key={key}
                  scope="col"
                  className={key === "nama" ? undefined : "number whitespace-normal! px-1.5!"}
                  aria-sort={key === by ? (rising ? "ascending" : "descending") : undefined}
                >
                  <Link to={hrefFor(key, next)} className="tap hover:underline" preventScrollReset>
                    {SHARE_SORTS[key]}
                    <span aria-hidden="true">{arrow}</span>
                  </Link>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shops.map((shop) => (
            <tr key={shop.slug}>
              <th scope="row" className="min-w-40">
                <Link to={`/dinas/warung/${shop.slug}`} className="link">
                  {shop.name}
                </Link>
                <span className="muted block text-sm">{shop.place}</span>
                {shop.standstill ? (
                  <span className="block text-sm text-clay-ink">{shop.standstill}</span>
                ) : null}
              </th>
              <td className="number font-semibold">{count(shop.orders)}</td>
              <td className="number">{count(shop.offers)}</td>
              <td className="number">{count(shop.accepted)}</td>
              <td className="number">{count(shop.declined)}</td>
              <td className="number">{count(shop.expired)}</td>
              <td className="number">{shop.acceptance === null ? "–" : percentText(shop.acceptance)}</td>
              <td className="number">{decimal(shop.medianMinutes)}</td>
              <td className="number">{count(shop.late)}</td>
              <td className="number">{count(shop.cancelled)}</td>
              <td className="number">{count(shop.toOfficer)}</td>
              <td className="number">{decimal(shop.pausedDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
