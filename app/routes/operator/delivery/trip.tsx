import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PrintButton } from "#app/components/delivery/print-button.tsx";
import { TripSheet } from "#app/components/delivery/trip-sheet.tsx";
import { TripStop } from "#app/components/delivery/trip-stop.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findTrip } from "#app/domain/orders/delivery/find-trip.server.ts";
import { leaveOutStop } from "#app/domain/orders/delivery/leave-out-stop.server.ts";
import { moveStop } from "#app/domain/orders/delivery/move-stop.server.ts";
import { startTrip } from "#app/domain/orders/delivery/start-trip.server.ts";
import { dateText, momentText, now } from "#app/lib/clock.ts";
import { distanceText } from "#app/lib/distance.ts";
import { NotFound } from "#app/lib/errors.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, elsewhere, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Perjalanan antar · Papan warung" }];

function tripIdIn(params: Readonly<Record<string, string | undefined>>): number {
  if (!/^[1-9]\d{0,14}$/.test(params.id ?? "")) throw new NotFound("perjalanan");
  return Number(params.id);
}

export const loader = reading(async ({ db, actor, params }) => {
  const { warung } = asOperator(actor);
  return { warung: warung.name, ...(await findTrip(db, actor, tripIdIn(params))), now: now() };
});

const Stop = z.object({ pesanan: z.string().max(12), dari: id.optional() });

/** One step each; the form says which. */
export const action = acting(async ({ db, actor, params, form }) => {
  const tripId = tripIdIn(params);
  const step = form.get("langkah");
  const page = redirect(`/operator/antar/${tripId}`);
  return elsewhere(
    async () => {
      if (step === "berangkat") return startTrip(actor, db, { tripId });
      const { pesanan: code, dari: from = 0 } = readForm(form, Stop);
      if (step === "keluarkan") return leaveOutStop(actor, db, { tripId, code });
      return moveStop(actor, db, { tripId, code, from, way: step === "naik" ? "up" : "down" });
    },
    page,
    page,
  );
});

export default function TripPage() {
  const { warung, trip, stops, lengthM, cash, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  useLive("/operator/acara");
  const open = stops.filter((stop) => stop.outcome === null);
  const failed = stops.filter((stop) => stop.outcome === "failed");
  const started = trip.started_at !== null;
  const length = lengthM === null || stops.length === 0 ? "" : `, kira-kira ${distanceText(lengthM)}`;
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="print:hidden">
        <OperatorHeader title={warung} current="rounds" />
      </div>
      <main id="isi" className="page page-narrow grow pt-5 pb-10 print:max-w-none">
        <TripSheet
          title={`${warung}: perjalanan antar ${dateText(new Date(trip.planned_at))}`}
          note={`${stops.length} tempat${length}. Pengantar: ${trip.carrier_name}`}
          stops={stops}
          cash={cash.all}
        />
        <div className="space-y-4 print:hidden">
          <Link to="/operator/antar" className="tap -mb-3 gap-1 font-semibold text-maroon">
            <Icon name="chevron-left" size={18} /> Perjalanan
          </Link>
          <h1>
            {trip.ended_at
              ? "Perjalanan selesai"
              : started
                ? `${open.length} tempat lagi`
                : `${stops.length} tempat sekali jalan`}
          </h1>
          <ProblemNotice problem={problem} />
          <div className="card card-pad flex items-center justify-between gap-4">
            <p>
              <span className="muted block text-sm">
                {started ? "Uang di tangan" : "Uang yang dibawa pulang"}
              </span>
              <Money
                amount={started ? cash.collected : cash.all}
                className="text-2xl font-extrabold tracking-tight"
              />
            </p>
            <p className="muted text-right text-sm">
              {started && !trip.ended_at ? `dari ${rupiah(cash.all)}` : null}
              <span className="block">
                {trip.carrier_name}
                {length}
              </span>
              {trip.started_at ? `berangkat ${momentText(new Date(trip.started_at), new Date(at))}` : null}
            </p>
          </div>
          {trip.ended_at && failed.length > 0 ? (
            <Notice tone="late" title={`${failed.length} pesanan kembali ke warung`}>
              Tentukan di Papan: diantar lagi, atau dikembalikan.
            </Notice>
          ) : null}
          {stops.length === 0 ? <Notice>Semua pesanan sudah keluar dari perjalanan ini.</Notice> : null}
          {started || stops.length === 0 ? null : (
            <Form method="post">
              <Button name="langkah" value="berangkat" kind="go" wide busyText="Menyimpan…">
                Berangkat
              </Button>
            </Form>
          )}
          <ol className="space-y-3">
            {stops.map((stop, index) => (
              <TripStop
                key={stop.code}
                stop={stop}
                number={index + 1}
                warung={warung}
                tripId={trip.id}
                started={started}
                canMove={{ up: open[0]?.code !== stop.code, down: open.at(-1)?.code !== stop.code }}
              />
            ))}
          </ol>
          {trip.ended_at ? (
            <ButtonLink to="/operator" className="w-full">
              Kembali ke Papan
            </ButtonLink>
          ) : (
            <PrintButton>Cetak lembar perjalanan</PrintButton>
          )}
        </div>
      </main>
    </div>
  );
}
