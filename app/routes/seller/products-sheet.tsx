import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { changeMany, type SheetRow } from "#app/domain/catalogue/change-many.server.ts";
import { findOwnProducts } from "#app/domain/catalogue/find-own-products.server.ts";
import { PRICE, STOCK } from "#app/domain/catalogue/variant-limits.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { count } from "#app/lib/rupiah.ts";
import { readForm, wholeNumber } from "#app/web/form.server.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Ubah banyak · Penjual · Lapak Lampung" }];

const PER_PAGE = 40;
/** the sheet, whose button is at the thumb */
const FORM = "lembar";

export const loader = reading(async ({ db, actor, url }) => {
  const after = (url.searchParams.get("setelah") ?? "").replaceAll("\0", "") || undefined;
  const [work, own] = await Promise.all([
    countSellerWork(db, actor),
    findOwnProducts(db, actor, { after, perPage: PER_PAGE }),
  ]);
  const changed = /^\d{1,4}$/.exec(url.searchParams.get("diubah") ?? "")?.[0];
  return {
    work,
    ...own,
    changed: changed === undefined ? null : Number(changed),
    later: after !== undefined,
  };
});

const Row = z.object({
  harga: wholeNumber("Harga", PRICE),
  harga_lama: wholeNumber("Harga"),
  stok: wholeNumber("Stok", STOCK),
  stok_lama: wholeNumber("Stok"),
});

/** The rows of the sheet. @throws BadInput with each wrong cell as `harga_17` */
function readRows(form: FormData): SheetRow[] {
  const wrong: Record<string, string> = {};
  const rows = form.getAll("varian").flatMap((typed): SheetRow[] => {
    if (typeof typed !== "string" || !/^[1-9]\d{0,14}$/.test(typed)) return [];
    const cells = new FormData();
    for (const name of Object.keys(Row.shape)) cells.set(name, form.get(`${name}_${typed}`) ?? "");
    try {
      const { harga, harga_lama, stok, stok_lama } = readForm(cells, Row);
      return [
        { variantId: Number(typed), price: harga, seenPrice: harga_lama, stock: stok, seenStock: stok_lama },
      ];
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      for (const [name, sentence] of Object.entries(error.fields)) wrong[`${name}_${typed}`] = sentence;
      return [];
    }
  });
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  return rows;
}

export const action = acting(async ({ db, actor, form, url }) => {
  const { changed } = await changeMany(actor, db, { rows: readRows(form) });
  url.searchParams.set("diubah", String(changed));
  return redirect(`/penjual/produk/massal${url.search}`);
});

type CellProps = {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly problem: Problem["problem"] | undefined;
};

function Cell({ name, label, value, problem }: CellProps) {
  const wrong = problem?.fields[name];
  return (
    <>
      <input
        key={value}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={15}
        defaultValue={problem?.values[name] ?? count(value)}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${name}-e` : undefined}
        className="input px-2 text-right font-semibold tabular-nums"
      />
      {wrong ? (
        <p id={`${name}-e`} className="mt-1 text-sm font-semibold text-clay-ink">
          {wrong}
        </p>
      ) : null}
    </>
  );
}

export default function ProductsSheet() {
  const { work, products, next, changed, later } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData<typeof action>());
  return (
    <WorkPage
      header={<SellerHeader work={work} current="products" />}
      bar={
        products.length > 0 ? (
          <Button form={FORM} wide busyText="Menyimpan…">
            Simpan semua
          </Button>
        ) : null
      }
    >
      <Link to="/penjual/produk" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Produk Anda
      </Link>
      <h1>Ubah harga dan stok</h1>
      <p className="muted mt-1 mb-4">Ubah yang perlu saja, lalu simpan sekali. Yang tidak diubah tetap.</p>
      <ProblemNotice problem={problem} />
      {changed !== null && !problem ? (
        <div className="mb-4">
          <Notice tone={changed > 0 ? "good" : "info"}>
            {changed > 0 ? `${changed} ukuran tersimpan.` : "Tidak ada yang berubah."}
          </Notice>
        </div>
      ) : null}
      {products.length > 0 ? (
        <Form method="post" id={FORM}>
          <div className="card overflow-hidden">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Produk</th>
                  <th scope="col" className="w-28">
                    Harga (Rp)
                  </th>
                  <th scope="col" className="w-20">
                    Stok
                  </th>
                </tr>
              </thead>
              <tbody>
                {products.flatMap((product) =>
                  product.variants.map((variant) => {
                    const { id, label, price, stock } = variant;
                    const what = `${product.name} ${label}`;
                    return (
                      <tr key={id}>
                        <th scope="row" className="!text-ink !text-base">
                          <input type="hidden" name="varian" value={id} />
                          <input type="hidden" name={`harga_lama_${id}`} value={price} />
                          <input type="hidden" name={`stok_lama_${id}`} value={stock} />
                          {product.name} <span className="muted block text-sm font-normal">{label}</span>
                        </th>
                        <td className="!px-1">
                          <Cell
                            name={`harga_${id}`}
                            label={`Harga ${what}`}
                            value={price}
                            problem={problem}
                          />
                        </td>
                        <td className="!pl-1">
                          <Cell name={`stok_${id}`} label={`Stok ${what}`} value={stock} problem={problem} />
                        </td>
                      </tr>
                    );
                  }),
                )}
              </tbody>
            </table>
          </div>
        </Form>
      ) : (
        <Empty
          picture="/ikon/paket.svg"
          title={later ? "Tidak ada lagi" : "Belum ada produk"}
          action={<ButtonLink to="/penjual/produk/baru">Buat produk</ButtonLink>}
        />
      )}
      {next !== null ? (
        <div className="mt-4">
          <ButtonLink to={`/penjual/produk/massal?setelah=${next}`} kind="outlined" small>
            Produk berikutnya
          </ButtonLink>
        </div>
      ) : null}
    </WorkPage>
  );
}
