import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CardLink, Row, Section } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findRounds } from "#app/domain/orders/delivery/find-rounds.server.ts";
import { planTrip } from "#app/domain/orders/delivery/plan-trip.server.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { momentText, now, timeText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, elsewhere, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Perjalanan antar · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asOperator(actor);
  return { warung: warung.name, ...(await findRounds(db, actor)), formKey: randomUUID(), now: now() };
});

const Schema = z.object({
  kunci: z.uuid("Formulir ini sudah lama. Muat ulang halaman, lalu coba lagi."),
});

export const action = acting(async ({ db, actor, form }) => {
  const { kunci } = readForm(form, Schema);
  const codes = form.getAll("pesanan").filter((code) => typeof code === "string");
  let place = "/operator/antar";
  return elsewhere(
    async () => {
      place = `/operator/antar/${await planTrip(actor, db, { formKey: kunci, codes })}`;
    },
    () => redirect(place),
    redirect("/operator/antar?kabar=berubah"),
  );
});

export default function Rounds() {
  const { warung, ready, trips, formKey, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const today = new Date(at);
  return (
    <WorkPage header={<OperatorHeader title={warung} current="rounds" />}>
      <h1>Perjalanan antar</h1>
      <p className="muted mt-1">Beberapa pesanan sekali jalan, urutannya kami susun dari warung Anda.</p>
      <div className="mt-4 space-y-4">
        <ProblemNotice problem={problem} />
        {params.get("kabar") === "berubah" && !problem ? (
          <Notice tone="info">
            Sebagian pesanan baru saja berangkat atau berubah. Inilah yang masih siap.
          </Notice>
        ) : null}
      </div>
      {trips.length > 0 ? (
        <Section title="Sedang dikerjakan">
          <div className="space-y-3">
            {trips.map((trip) => (
              <CardLink key={trip.id} to={`/operator/antar/${trip.id}`} className="block">
                <Row
                  icon="bike"
                  title={trip.started_at ? `${trip.carrier_name} di jalan` : "Siap berangkat"}
                  note={`${trip.stops} tempat, ${trip.left} belum selesai`}
                  end={
                    <span className="muted text-sm">
                      {momentText(new Date(trip.started_at ?? trip.planned_at), today)}
                    </span>
                  }
                />
              </CardLink>
            ))}
          </div>
        </Section>
      ) : null}
      {ready.length === 0 ? (
        trips.length === 0 ? (
          <Empty picture="/ikon/paket.svg" title="Belum ada yang siap diantar">
            Pesanan yang sudah lengkap muncul di sini.
          </Empty>
        ) : null
      ) : (
        <Form method="post" className="mt-6">
          <input type="hidden" name="kunci" value={formKey} />
          <fieldset>
            <legend className="mb-2 text-lg font-extrabold tracking-tight">Pilih yang dibawa</legend>
            <ul className="card divide-y divide-line">
              {ready.map((order) => (
                <li key={order.code}>
                  <label className="flex min-h-14 items-center gap-3 px-4 py-3">
                    <input
                      type="checkbox"
                      name="pesanan"
                      value={order.code}
                      defaultChecked={order.due}
                      className="size-5 shrink-0"
                    />
                    <span className="min-w-0 grow">
                      <span className="block font-bold">
                        {order.buyer_name}, {order.village}
                      </span>
                      <span className="muted block text-[0.9375rem]">
                        {[order.street, neighbourhoodText(order.rt, order.rw), `${order.pieces} barang`]
                          .filter(Boolean)
                          .join(" · ")}
                      </span>
                      <span className="mt-1 flex flex-wrap gap-2 empty:hidden">
                        {order.is_test ? <Tag tone="indigo">Pesanan uji</Tag> : null}
                        {order.delivery_tries > 0 ? <Tag tone="gold">Antar kedua</Tag> : null}
                      </span>
                    </span>
                    <span className="shrink-0 text-right">
                      <span className={`block font-bold ${order.late ? "text-clay-ink" : ""}`}>
                        {order.late
                          ? "terlambat"
                          : order.due
                            ? timeText(new Date(order.promise_until))
                            : momentText(new Date(order.promise_until), today)}
                      </span>
                      <span className="muted text-sm">{order.is_test ? "" : rupiah(order.total)}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <Button wide className="mt-4" busyText="Menyusun…">
            Buat perjalanan
          </Button>
        </Form>
      )}
    </WorkPage>
  );
}
