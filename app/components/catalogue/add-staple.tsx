// A staple in a list with its price and one tap to the basket; works without JavaScript.
// `back` is where the buyer stands, to come back to after the tap.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Picture } from "#app/components/ui/picture.tsx";
import type { StapleCard } from "#app/domain/catalogue/find-staples.server.ts";

type Props = {
  readonly staple: StapleCard;
  readonly back: string;
  /** the availability, or another word beside the price */
  readonly note?: ReactNode;
  readonly gone?: boolean;
  /** said instead of a price that is not known */
  readonly unknownPrice?: string;
};

export function AddStaple({ staple, back, note, gone, unknownPrice = "harga belum ada" }: Props) {
  return (
    <div className="flex items-center gap-3 py-2.5">
      <Picture picture={staple.picture} sizes="56px" alt="" className="w-14 shrink-0 rounded-xl" />
      <div className="min-w-0 grow">
        <p className="leading-snug font-semibold">{staple.name}</p>
        <p className="muted flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.9375rem]">
          {staple.price === null ? (
            unknownPrice
          ) : (
            <span>
              <Money amount={staple.price} className="font-bold text-ink" /> / {staple.unit}
            </span>
          )}
          {note}
        </p>
      </div>
      {staple.price === null || gone ? null : (
        <Form method="post" action="/keranjang" preventScrollReset>
          <input type="hidden" name="intent" value="tambah" />
          <input type="hidden" name="sembako" value={staple.id} />
          <input type="hidden" name="jumlah" value="1" />
          <input type="hidden" name="lanjut" value={back} />
          <Button kind="outlined" small aria-label={`Tambah ${staple.name} ke keranjang`}>
            <Icon name="plus" size={18} />
          </Button>
        </Form>
      )}
    </div>
  );
}
