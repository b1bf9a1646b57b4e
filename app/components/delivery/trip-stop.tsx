// One stop of a trip on the phone: where, whom to call, what to collect, and what can be done with it now.
import { Form } from "@remix-run/react";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";
import { Icon } from "../ui/icon.tsx";

export type ShownStop = {
  readonly code: string;
  readonly is_test: boolean;
  readonly status: string;
  readonly position: number;
  readonly outcome: string | null;
  readonly late: boolean;
  /** rupiah in cash; 0: paid before */
  readonly collect: number;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly receiver_without_phone: boolean;
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly landmark: string | null;
  readonly village: string;
  readonly goods: string;
};

type Props = {
  readonly stop: ShownStop;
  /** 1 = the first on the way */
  readonly number: number;
  readonly warung: string;
  readonly tripId: number;
  readonly started: boolean;
  /** whether an open stop lies before or after it */
  readonly canMove: { readonly up: boolean; readonly down: boolean };
};

const OUTCOME = {
  delivered: { tone: "good", label: "Diterima" },
  failed: { tone: "late", label: "Gagal diantar" },
} as const;

function MoveButton({
  stop,
  way,
  disabled,
}: {
  readonly stop: ShownStop;
  readonly way: "naik" | "turun";
  readonly disabled: boolean;
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="langkah" value={way} />
      <input type="hidden" name="pesanan" value={stop.code} />
      <input type="hidden" name="dari" value={stop.position} />
      <button
        type="submit"
        disabled={disabled}
        aria-label={`${way === "naik" ? "Naikkan" : "Turunkan"} ${stop.buyer_name}, ${stop.code}`}
        className="grid size-11 place-items-center rounded-xl border border-line disabled:opacity-40"
      >
        <Icon name="chevron-down" size={20} className={way === "naik" ? "rotate-180" : ""} />
      </button>
    </Form>
  );
}

export function TripStop({ stop, number, warung, tripId, started, canMove }: Props) {
  const place = [stop.street, neighbourhoodText(stop.rt, stop.rw), stop.village].filter(Boolean).join(", ");
  const done = stop.outcome as keyof typeof OUTCOME | null;
  const page = `/operator/pesanan/${stop.code}`;
  const greeting = `Halo ${stop.buyer_name}, saya dari ${warung}, mengantar pesanan ${stop.code}.`;
  return (
    <li className="card card-pad">
      <div className="flex items-start gap-3">
        <span className="grid size-8 shrink-0 place-items-center rounded-full bg-indigo-soft font-bold text-indigo">
          {number}
        </span>
        <div className="min-w-0 grow">
          <p className="font-bold">{stop.buyer_name}</p>
          <p>{place}</p>
          {stop.landmark ? <p className="muted text-[0.9375rem]">Patokan: {stop.landmark}</p> : null}
        </div>
        <div className="shrink-0 text-right">
          <p className="text-lg font-extrabold tracking-tight">
            {stop.is_test ? "uji" : stop.collect === 0 ? "lunas" : rupiah(stop.collect)}
          </p>
          <p className="muted text-sm">{stop.code}</p>
        </div>
      </div>
      <div className="mt-2 flex items-center justify-between gap-3">
        <p className="muted min-w-0 text-[0.9375rem]">{stop.goods}</p>
        {done ? null : (
          <span className="flex shrink-0 gap-1">
            <MoveButton stop={stop} way="naik" disabled={!canMove.up} />
            <MoveButton stop={stop} way="turun" disabled={!canMove.down} />
          </span>
        )}
      </div>
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {done ? <Tag tone={OUTCOME[done].tone}>{OUTCOME[done].label}</Tag> : null}
        {stop.late ? <Tag tone="late">Terlambat</Tag> : null}
        {stop.receiver_without_phone && !done ? <Tag tone="gold">Tanpa HP: nama dan foto</Tag> : null}
      </div>
      {done ? null : (
        <>
          <div className="mt-3 flex flex-wrap items-center gap-2">
            <ButtonLink plain small kind="outlined" to={`tel:${stop.buyer_mobile}`}>
              <Icon name="phone" size={18} /> Telepon
              <span className="sr-only">
                {" "}
                {stop.buyer_name}, {mobileText(stop.buyer_mobile)}
              </span>
            </ButtonLink>
            <ButtonLink
              plain
              small
              kind="outlined"
              to={`https://wa.me/${stop.buyer_mobile.slice(1)}?text=${encodeURIComponent(greeting)}`}
            >
              <Icon name="message" size={18} /> WhatsApp<span className="sr-only"> {stop.buyer_name}</span>
            </ButtonLink>
          </div>
          {started ? (
            <div className="mt-3 grid grid-cols-2 gap-2">
              <ButtonLink small kind="danger" to={`${page}/gagal?perjalanan=${tripId}`}>
                Gagal<span className="sr-only"> diantar ke {stop.buyer_name}</span>
              </ButtonLink>
              <ButtonLink
                small
                kind={canMove.up ? "outlined" : "go"}
                to={
                  stop.receiver_without_phone
                    ? `${page}/serah-foto?perjalanan=${tripId}`
                    : `${page}?perjalanan=${tripId}`
                }
              >
                Serahkan<span className="sr-only"> ke {stop.buyer_name}</span>
              </ButtonLink>
            </div>
          ) : (
            <Form method="post" className="mt-1">
              <input type="hidden" name="langkah" value="keluarkan" />
              <input type="hidden" name="pesanan" value={stop.code} />
              <Button kind="outlined" small className="border-transparent">
                Tidak dibawa<span className="sr-only">: {stop.code}</span>
              </Button>
            </Form>
          )}
        </>
      )}
    </li>
  );
}
