// A staple that can be put in the basket at once: picture, name, price per unit, one button.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { Picture, type PictureData } from "../ui/picture.tsx";

type Props = {
  readonly staple: {
    readonly id: number;
    readonly name: string;
    readonly unit: string;
    readonly price: number | null;
    readonly picture: PictureData | null;
  };
  /** where to be after it was added */
  readonly back: string;
  readonly note?: ReactNode;
  readonly soldOut?: boolean;
};

export function StapleRow({ staple, back, note, soldOut }: Props) {
  return (
    <li className="flex items-center gap-3 p-3">
      <Picture picture={staple.picture} sizes="48px" alt="" className="size-12 shrink-0 rounded-lg" />
      <div className="min-w-0 grow">
        <p className="font-bold">{staple.name}</p>
        <p className="muted text-[0.9375rem]">
          {staple.price === null
            ? "Pilih desa untuk melihat harga"
            : `${rupiah(staple.price)} per ${staple.unit}`}
        </p>
        {note}
      </div>
      {soldOut ? null : (
        <Form method="post" action="/keranjang" preventScrollReset>
          <input type="hidden" name="intent" value="tambah" />
          <input type="hidden" name="sembako" value={staple.id} />
          <input type="hidden" name="jumlah" value="1" />
          <input type="hidden" name="lanjut" value={back} />
          <Button kind="outlined" small aria-label={`Tambah ${staple.name} ke keranjang`}>
            Tambah
          </Button>
        </Form>
      )}
    </li>
  );
}
