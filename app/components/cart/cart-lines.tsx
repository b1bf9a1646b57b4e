// The lines of a cart with amount and removal; each line is a form of its own and works without JavaScript.

import { Form, Link } from "@remix-run/react";
import { LinePicture } from "#app/components/order/line-picture.tsx";
import type { Cart } from "#app/domain/cart/find-cart.server.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Icon } from "../ui/icon.tsx";
import { Money } from "../ui/money.tsx";
import { Quantity } from "../ui/quantity.tsx";

type Line = Cart["lines"][number];

function LineForm({ line }: { readonly line: Line }) {
  return (
    <Form
      method="post"
      action="/keranjang"
      preventScrollReset
      className="flex items-center justify-between gap-2"
    >
      <input type="hidden" name="intent" value="ubah" />
      <input type="hidden" name="baris" value={line.id} />
      {/* Enter in the amount presses the form's first button: it must be the harmless one */}
      <button type="submit" className="sr-only" tabIndex={-1}>
        Simpan jumlah
      </button>
      <Quantity
        key={line.quantity}
        label={`Jumlah ${line.name}`}
        defaultValue={line.quantity}
        min={0}
        max={line.stock === null ? 999 : Math.max(line.stock, line.quantity)}
        steps={{ name: "langkah", minus: "-1", plus: "1" }}
      />
      <button
        type="submit"
        name="langkah"
        value="hapus"
        className="tap muted px-2"
        aria-label={`Hapus ${line.name}`}
      >
        <Icon name="trash" />
      </button>
    </Form>
  );
}

export function CartLines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul className="space-y-3">
      {lines.map((line) => (
        <li key={line.id} className="card card-pad">
          <div className="flex gap-3">
            <LinePicture line={line} sizes="64px" className="size-16 shrink-0 rounded-xl" />
            <div className="min-w-0 grow">
              <p className="font-bold">
                {line.slug ? <Link to={`/produk/${line.slug}`}>{line.name}</Link> : line.name}
              </p>
              <p className="muted text-[0.9375rem]">
                {line.staple_id === null ? line.unit : `per ${line.unit}`}
                {line.umkm_name ? ` · ${line.umkm_name}` : " · sembako warung"}
              </p>
              {line.price === null ? null : (
                <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3">
                  <span className="muted text-[0.9375rem]">
                    {line.quantity} × {rupiah(line.price)}
                  </span>
                  <Money amount={line.price * line.quantity} className="font-bold" />
                </p>
              )}
              {line.priceBefore !== undefined && line.price !== null ? (
                <p className="mt-1 text-sm font-semibold text-gold-ink">
                  Harga berubah, sebelumnya {rupiah(line.priceBefore)}.
                </p>
              ) : null}
              {line.trouble ? (
                <p className="mt-1 text-sm font-semibold text-clay-ink">{line.trouble}</p>
              ) : null}
            </div>
          </div>
          <div className="mt-3">
            <LineForm line={line} />
          </div>
        </li>
      ))}
    </ul>
  );
}
