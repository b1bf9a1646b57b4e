import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { ShelfTabs } from "#app/components/operator/shelf-tabs.tsx";
import { LinePicture } from "#app/components/order/line-picture.tsx";
import { Segmented } from "#app/components/ui/segmented.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findShelf } from "#app/domain/warung/find-shelf.server.ts";
import { AVAILABILITIES, setStapleAvailability } from "#app/domain/warung/set-staple-availability.server.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Sembako hari ini · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asOperator(actor);
  return { warung: warung.name, staples: await findShelf(db, warung.warungId) };
});

const Schema = z.object({
  sembako: id,
  ketersediaan: z.enum(AVAILABILITIES, { error: "Pilih ada, sedikit, atau habis." }),
});

export const action = acting(async ({ db, actor, form }) => {
  const { sembako, ketersediaan } = readForm(form, Schema);
  await setStapleAvailability(actor, db, { stapleId: sembako, availability: ketersediaan });
  return redirect(`/operator/sembako#s${sembako}`);
});

const OPTIONS = [
  { value: "ada", label: "Ada", tone: "good" },
  { value: "sedikit", label: "Sedikit", tone: "gold" },
  { value: "habis", label: "Habis", tone: "late" },
] as const;

export default function Staples() {
  const { warung, staples } = useLoaderData<typeof loader>();
  return (
    <>
      <OperatorHeader
        title={warung}
        note="Satu ketuk saja. Yang habis tidak ditawarkan ke pembeli."
        current="staples"
      />
      <main id="isi" className="page page-narrow grow pt-5 pb-10">
        <ShelfTabs current="staples" />
        <h1 className="mb-4">Sembako hari ini</h1>
        <ul className="card divide-y divide-line">
          {staples.map((staple) => (
            <li
              key={staple.id}
              id={`s${staple.id}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 p-3"
            >
              <LinePicture line={staple} sizes="44px" className="size-11 shrink-0 rounded-lg" />
              <div className="min-w-0 grow basis-32">
                <p className="font-bold">{staple.name}</p>
                <p className="muted text-sm">
                  {staple.price === null ? "belum ada harga" : `${rupiah(staple.price)}/${staple.unit}`}
                </p>
              </div>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="sembako" value={staple.id} />
                <Segmented
                  name="ketersediaan"
                  value={staple.availability}
                  options={OPTIONS}
                  label={staple.name}
                />
              </Form>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
