// Price and stock of one pack size, a small form each. − and + are submits, so they work without JavaScript.
import { Form } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly product: string;
  readonly variant: {
    readonly id: number;
    readonly label: string;
    readonly price: number;
    readonly stock: number;
  };
  /** why this variant's form was not accepted */
  readonly problem: Problem["problem"] | undefined;
};

const SIDE = "grid w-11 shrink-0 place-items-center self-stretch disabled:opacity-40";

export function VariantForms({ product, variant, problem }: Props) {
  const { id, label, price, stock } = variant;
  const wrong = problem?.values.langkah;
  const typedPrice = wrong === "harga" ? problem?.values.harga : undefined;
  // after − + Habis nothing was typed: show the number as it is now
  const typedStock = wrong === "stok" && !problem?.values.ubah ? problem?.values.stok : undefined;
  const what = `${product} ${label}`;
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="langkah" value="harga" />
        <input type="hidden" name="varian" value={id} />
        <input type="hidden" name="terlihat" value={price} />
        <label htmlFor={`h${id}`} className="flex items-center pb-1.5 font-semibold sm:min-h-11 sm:pb-0">
          Harga (Rp)<span className="sr-only"> {what}</span>
        </label>
        <div className="flex gap-2">
          <input
            key={price}
            id={`h${id}`}
            name="harga"
            inputMode="numeric"
            autoComplete="off"
            maxLength={15}
            defaultValue={typedPrice ?? count(price)}
            aria-invalid={wrong === "harga" || undefined}
            className="input min-w-0 grow font-bold"
          />
          <Button kind="outlined" small>
            Simpan<span className="sr-only"> harga {what}</span>
          </Button>
        </div>
      </Form>
      <Form method="post" preventScrollReset>
        {/* first in the form, so that Enter saves what was typed instead of pressing Habis */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          Simpan
        </button>
        <input type="hidden" name="langkah" value="stok" />
        <input type="hidden" name="varian" value={id} />
        <input type="hidden" name="terlihat" value={stock} />
        <div className="flex min-h-11 items-center justify-between gap-2">
          <label htmlFor={`s${id}`} className="font-semibold">
            Stok<span className="sr-only"> {what}</span>
          </label>
          {stock === 0 ? (
            <span className="font-bold text-clay-ink">habis</span>
          ) : (
            <button
              type="submit"
              name="ubah"
              value="habis"
              className="tap -mr-2 px-2 font-semibold text-maroon"
              aria-label={`Habis: ${what}`}
            >
              Tandai habis
            </button>
          )}
        </div>
        <div className="flex gap-2">
          <div className="flex h-12 min-w-0 grow items-center rounded-control border border-line-strong bg-white">
            <button
              type="submit"
              name="ubah"
              value="kurang"
              disabled={stock === 0}
              className={SIDE}
              aria-label={`Kurangi stok ${what}`}
            >
              <Icon name="minus" size={18} />
            </button>
            <input
              key={stock}
              id={`s${id}`}
              name="stok"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              defaultValue={typedStock ?? count(stock)}
              aria-invalid={wrong === "stok" || undefined}
              className="h-full w-0 grow bg-transparent text-center font-bold"
            />
            <button
              type="submit"
              name="ubah"
              value="tambah"
              className={SIDE}
              aria-label={`Tambah stok ${what}`}
            >
              <Icon name="plus" size={18} />
            </button>
          </div>
          <Button kind="outlined" small>
            Simpan<span className="sr-only"> stok {what}</span>
          </Button>
        </div>
      </Form>
    </div>
  );
}
