import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Onwards, pageHref } from "#app/components/dinas/onwards.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findQuietSellers } from "#app/domain/orders/find-quiet-sellers.server.ts";
import { dateText } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Penjual tanpa pesanan · Meja petugas" }];

const HERE = "/dinas/penjual-sepi";

export const loader = reading(async ({ db, actor, url }) => {
  const asked = url.searchParams.get("setelah") ?? "";
  const after = /^[a-z0-9-]{1,120}$/.test(asked) ? asked : undefined;
  const [desk, found] = await Promise.all([countDesk(db, actor), findQuietSellers(db, actor, { after })]);
  return { desk, ...found, isStart: after === undefined };
});

type Seller = ReturnType<typeof useLoaderData<typeof loader>>["sellers"][number];

function Line({ seller }: { readonly seller: Seller }) {
  const verified = dateText(new Date(seller.verifiedAt));
  return (
    <li className="grid gap-x-6 gap-y-2 p-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_16rem]">
      <div className="min-w-0">
        <Link to={`/dinas/umkm/${seller.slug}`} className="link font-bold">
          {seller.name}
        </Link>
        <p className="muted text-[0.9375rem]">{seller.place}</p>
        <p className="muted text-[0.9375rem]">
          {seller.lastOrderAt
            ? `pesanan terakhir ${dateText(new Date(seller.lastOrderAt))}`
            : `belum pernah dipesan, terverifikasi ${verified}`}
        </p>
      </div>
      {seller.help.length > 0 ? (
        <ul className="list-disc pl-5 text-[0.9375rem]">
          {seller.help.map(({ what }) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      ) : (
        <p className="muted text-[0.9375rem]">
          Produknya lengkap. Ajak ikut kegiatan atau promosi di wilayahnya.
        </p>
      )}
      <div className="text-[0.9375rem]">
        <p className="muted">{seller.ownerName}</p>
        <CallLinks mobile={seller.mobile} name={seller.name} message={seller.message} />
      </div>
    </li>
  );
}

export default function QuietSellersPage() {
  const { desk, sellers, next, isStart } = useLoaderData<typeof loader>();
  return (
    <OfficePage
      desk={desk}
      current="quiet"
      title="Penjual tanpa pesanan"
      note="terverifikasi lebih dari 30 hari, tidak ada pesanan 30 hari ini"
    >
      {sellers.length === 0 ? (
        <Empty
          picture="/ikon/warung.svg"
          title={isStart ? "Semua penjual mendapat pesanan" : "Tidak ada lagi"}
        >
          {isStart ? "Tidak ada penjual yang sepi selama 30 hari terakhir." : null}
        </Empty>
      ) : (
        <ul className="card divide-y divide-line">
          {sellers.map((seller) => (
            <Line key={seller.slug} seller={seller} />
          ))}
        </ul>
      )}
      <Onwards start={isStart ? null : HERE} next={next ? pageHref(HERE, { setelah: next }) : null} />
    </OfficePage>
  );
}
