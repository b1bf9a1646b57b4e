// One's own product: shown or hidden, and its sizes with price and stock.
import { Form, Link, useLocation } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";
import { Picture, type PictureData } from "../ui/picture.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { VariantForms } from "./variant-forms.tsx";

type Props = {
  readonly product: {
    readonly id: number;
    readonly slug: string;
    readonly name: string;
    readonly status: string;
    readonly public: boolean;
    readonly sold: number;
    readonly category: string;
    readonly photo: PictureData | null;
    readonly variants: readonly {
      readonly id: number;
      readonly label: string;
      readonly price: number;
      readonly stock: number;
    }[];
  };
  readonly saved: boolean;
  readonly problem: Problem["problem"] | undefined;
};

export function OwnProduct({ product, saved, problem }: Props) {
  const hidden = product.status === "draft";
  const { pathname, search } = useLocation();
  return (
    <Card>
      <div className="flex gap-3">
        <Picture
          picture={product.photo}
          sizes="64px"
          alt=""
          className={`size-16 shrink-0 rounded-xl ${hidden ? "opacity-50" : ""}`}
        />
        <div className="min-w-0 grow">
          <h2>
            <Link to={`/penjual/produk/${product.slug}`}>{product.name}</Link>
          </h2>
          <p className="muted text-[0.9375rem]">
            {product.category} · {count(product.sold)} terjual
          </p>
          <div className="mt-1 flex flex-wrap gap-2">
            {hidden ? <Tag tone="plain">Tersembunyi</Tag> : null}
            {!hidden && !product.public ? <Tag tone="gold">Menunggu verifikasi usaha</Tag> : null}
            {product.variants.some((variant) => variant.stock === 0) ? <Tag tone="late">Habis</Tag> : null}
            {saved ? (
              <span role="status">
                <Tag tone="good" icon="check">
                  Tersimpan
                </Tag>
              </span>
            ) : null}
          </div>
        </div>
      </div>
      <ul className="mt-3 divide-y divide-line border-line border-t">
        {product.variants.map((variant) => {
          const own = problem?.values.varian === String(variant.id) ? problem : undefined;
          return (
            <li key={variant.id} id={`v${variant.id}`} className="py-3">
              <p className="font-bold">{variant.label}</p>
              {own ? (
                <div className="mt-2">
                  <ProblemNotice problem={own} />
                </div>
              ) : null}
              <VariantForms product={product.name} variant={variant} problem={own} />
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-2 border-line border-t pt-3">
        <ButtonLink to={`/penjual/produk/${product.slug}`} kind="outlined" small>
          Ubah<span className="sr-only"> {product.name}</span>
        </ButtonLink>
        <Form method="post" action={`/penjual/produk/${product.slug}/tampil`} preventScrollReset>
          <input type="hidden" name="produk" value={product.id} />
          <input type="hidden" name="lanjut" value={`${pathname}${search}`} />
          <Button
            kind={hidden ? "go" : "outlined"}
            small
            name="ke"
            value={hidden ? "tampilkan" : "sembunyikan"}
          >
            {hidden ? "Tampilkan di toko" : "Sembunyikan dari toko"}
            <span className="sr-only">: {product.name}</span>
          </Button>
        </Form>
      </div>
    </Card>
  );
}
