// How a complaint stands, whom to call about it, and what buyer and seller had before.
import type { Words } from "#app/domain/complaints/complaint-words.ts";
import { Facts } from "../ui/desk-page.tsx";
import { CallLinks } from "./call-links.tsx";

type Props = {
  readonly complaint: {
    readonly code: string;
    readonly orderCode: string;
    readonly seller: string | null;
    readonly sellerMobile: string | null;
    readonly warung: { readonly name: string; readonly mobile: string };
    readonly buyer: { readonly name: string; readonly mobile: string; readonly place: string };
    readonly earlier: {
      readonly buyer_all: number;
      readonly buyer_refused: number;
      readonly buyer_orders: number;
      readonly seller_all: number;
      readonly seller_refused: number;
    };
  };
  readonly words: Words;
  readonly late: boolean;
};

function earlierText(all: number, refused: number): string {
  if (all === 0) return "belum pernah ada keluhan";
  return `${all} keluhan sebelumnya${refused > 0 ? `, ${refused} ditolak` : ""}`;
}

export function ComplaintFacts({ complaint, words, late }: Props) {
  const { buyer, seller, sellerMobile, warung, earlier, orderCode } = complaint;
  const about = `tentang keluhan pesanan ${orderCode}`;
  const record = earlierText(earlier.seller_all, earlier.seller_refused);
  return (
    <section className="card card-pad" aria-label="Keadaan keluhan">
      <h2>{words.title}</h2>
      {words.note ? (
        <p className={`mb-4 ${late ? "font-semibold text-clay-ink" : "muted"}`}>{words.note}</p>
      ) : null}
      <Facts
        facts={[
          [
            "Pembeli",
            <>
              <span className="block">
                {buyer.name}, {buyer.place}
              </span>
              <span className="muted block text-[0.9375rem] font-normal">
                {earlierText(earlier.buyer_all, earlier.buyer_refused)} · {earlier.buyer_orders} pesanan
                diterima
              </span>
              <CallLinks
                mobile={buyer.mobile}
                name={buyer.name}
                message={`Halo ${buyer.name}, dari dinas ${about}.`}
              />
            </>,
          ],
          ...(seller && sellerMobile
            ? ([
                [
                  "Penjual",
                  <>
                    <span className="block">{seller}</span>
                    <span className="muted block text-[0.9375rem] font-normal">{record}</span>
                    <CallLinks
                      mobile={sellerMobile}
                      name={seller}
                      message={`Halo ${seller}, dari dinas ${about}.`}
                    />
                  </>,
                ],
              ] as const)
            : []),
          [
            "Warung",
            <>
              <span className="block">{warung.name}</span>
              {seller ? null : <span className="muted block text-[0.9375rem] font-normal">{record}</span>}
              <CallLinks
                mobile={warung.mobile}
                name={warung.name}
                message={`Halo ${warung.name}, dari dinas ${about}.`}
              />
            </>,
          ],
        ]}
      />
    </section>
  );
}
