// A packing list put together in three ways: by order, by seller, by product.
import { Link } from "@remix-run/react";
import { LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import {
  type PackingLine,
  type PackingProduct,
  type PackingSeller,
  packByOrder,
  packByProduct,
  packBySeller,
} from "#app/domain/reports/packing-list.ts";
import { momentText } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { Tag } from "../ui/chip.tsx";
import { OrderCodes } from "./order-codes.tsx";
import { Tick } from "./tick.tsx";

type Props = { readonly lines: readonly PackingLine[]; readonly now: Date };

const GROUP = "report-group card card-pad";

function OrderGroup({ lines, now }: Props) {
  const [order] = lines;
  if (!order) return null;
  return (
    <section className={GROUP} aria-label={`Pesanan ${order.code}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2>
          <Link to={`/operator/pesanan/${order.code}`} className="hover:underline">
            {order.code}
          </Link>{" "}
          · {order.buyer}
        </h2>
        <p className={order.late ? "font-bold text-clay-ink" : "font-bold"}>
          {order.late ? "terlambat, " : ""}
          {order.isPickup ? "diambil" : "diantar"} sebelum {momentText(order.promiseUntil, now)}
        </p>
      </div>
      <p className="muted text-[0.9375rem]">
        {order.place} · {LABEL[order.status as OrderStatus].toLowerCase()}
        {order.isTest ? " · pesanan uji" : ""}
      </p>
      <table className="table mt-2">
        <thead className="sr-only">
          <tr>
            <th scope="col">Keadaan</th>
            <th scope="col">Jumlah</th>
            <th scope="col">Barang</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.umkmId} ${line.name} ${line.unit}`}>
              <td className="w-8 px-0!">
                <Tick done={line.gathered} />
              </td>
              <td className="number w-12 font-bold">{line.quantity} ×</td>
              <td>
                {line.name} <span className="muted">{line.unit}</span>
                {line.seller ? <span className="muted block text-sm">dari {line.seller}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GoodsRow({ goods, seller }: { readonly goods: PackingProduct; readonly seller?: string }) {
  return (
    <tr>
      <td className="w-8 px-0!">
        <Tick done={goods.there === goods.pieces} />
      </td>
      <td className="number w-12 font-bold">{goods.pieces} ×</td>
      <td>
        {goods.name} <span className="muted">{goods.unit}</span>
        {seller ? <span className="muted block text-sm">{seller}</span> : null}
        <span className="muted block text-sm">
          {goods.there > 0 && goods.there < goods.pieces ? `${goods.there} sudah di warung · ` : ""}
          untuk <OrderCodes codes={goods.codes} />
        </span>
      </td>
    </tr>
  );
}

function GoodsHead() {
  return (
    <thead className="sr-only">
      <tr>
        <th scope="col">Keadaan</th>
        <th scope="col">Jumlah</th>
        <th scope="col">Barang dan pesanannya</th>
      </tr>
    </thead>
  );
}

function SellerGroup({ group }: { readonly group: PackingSeller }) {
  const { seller, sellerMobile, goods } = group;
  return (
    <section className={GROUP} aria-label={seller ?? "Rak warung"}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2>{seller ?? "Dari rak Anda"}</h2>
        {sellerMobile ? (
          <a href={`tel:${sellerMobile}`} className="tap link">
            {mobileText(sellerMobile)}
          </a>
        ) : (
          <Tag tone="plain">sembako</Tag>
        )}
      </div>
      <table className="table mt-2">
        <GoodsHead />
        <tbody>
          {goods.map((one) => (
            <GoodsRow key={`${one.name} ${one.unit}`} goods={{ ...one, seller, sellerMobile }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function PackedByOrder({ lines, now }: Props) {
  return packByOrder(lines).map((own) => <OrderGroup key={own[0]!.code} lines={own} now={now} />);
}

export function PackedBySeller({ lines }: Props) {
  return packBySeller(lines).map((group) => <SellerGroup key={group.umkmId ?? 0} group={group} />);
}

export function PackedByProduct({ lines }: Props) {
  return (
    <section className="card card-pad" aria-label="Semua barang">
      <table className="table">
        <GoodsHead />
        <tbody>
          {packByProduct(lines).map((goods) => (
            <GoodsRow
              key={`${goods.seller} ${goods.name} ${goods.unit}`}
              goods={goods}
              seller={goods.seller ? `dari ${goods.seller}` : "dari rak Anda"}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
