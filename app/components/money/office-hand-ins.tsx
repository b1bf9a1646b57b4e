// Hand-ins as officers see them: those to be counted, each with its form, and those that are over.
import { Form, Link } from "@remix-run/react";
import { HAND_IN_LABEL, HAND_IN_WAY } from "#app/domain/payments/hand-in/hand-in-status.ts";
import { momentText } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { CallLinks } from "../dinas/call-links.tsx";
import { Button } from "../ui/button.tsx";
import { AreaField, Field } from "../ui/field.tsx";
import { differenceText, type ShownHandIn } from "./hand-in-list.tsx";

type OfficeHandIn = ShownHandIn & {
  readonly warung: string;
  readonly slug: string;
  readonly mobile: string;
  readonly keeper_name: string;
  readonly regency: string;
};

type CountProps = {
  readonly handIn: OfficeHandIn;
  readonly now: string;
  readonly isProvince: boolean;
  readonly problem: Problem["problem"] | undefined;
};

export function CountHandIn({ handIn, now, isProvince, problem }: CountProps) {
  const { code, warung, way, amount, note, has_proof, at, mobile, keeper_name } = handIn;
  const rejected = problem?.fields.alasan !== undefined;
  return (
    <li className="card card-pad space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-xl font-extrabold tracking-tight">{warung}</p>
          <p className="muted">
            {isProvince ? `${handIn.regency} · ` : ""}
            {code} · {HAND_IN_WAY[way]} · {momentText(new Date(at), new Date(now))}
          </p>
          {note ? <p>“{note}”</p> : null}
        </div>
        <p className="text-xl font-extrabold">{rupiah(amount)}</p>
      </div>
      {has_proof ? (
        <a href={`/dinas/uang/${code}/bukti`} className="tap link">
          Lihat bukti{way === "transfer" ? " transfer" : ""}
          <span className="sr-only"> setoran {code}</span>
        </a>
      ) : null}
      <Form method="post" action={`/dinas/uang/${code}/terima`} className="flex flex-wrap items-end gap-3">
        <div className="min-w-40 grow">
          <Field
            label={way === "cashier" ? "Yang Anda hitung, rupiah" : "Yang masuk ke rekening, rupiah"}
            name="dihitung"
            inputMode="numeric"
            autoComplete="off"
            maxLength={13}
            required
            defaultValue={count(amount)}
            problem={rejected ? undefined : problem}
          />
        </div>
        <Button kind="go" busyText="Mencatat…">
          Terima<span className="sr-only"> setoran {code}</span>
        </Button>
      </Form>
      <details open={rejected}>
        <summary className="tap cursor-pointer font-semibold text-clay-ink">Tolak</summary>
        <Form method="post" action={`/dinas/uang/${code}/tolak`} className="mt-2 space-y-3">
          <AreaField
            label="Alasan"
            name="alasan"
            rows={2}
            required
            minLength={5}
            maxLength={400}
            hint="Warung membacanya. Uangnya tetap tercatat di tangan warung."
            problem={rejected ? problem : undefined}
          />
          <Button kind="danger" busyText="Menyimpan…">
            Tolak setoran
          </Button>
        </Form>
      </details>
      <p className="muted text-[0.9375rem]">
        {keeper_name}
        <CallLinks
          mobile={mobile}
          name={warung}
          message={`Halo ${keeper_name}, saya dari dinas tentang setoran ${code} dari ${warung}.`}
        />
      </p>
    </li>
  );
}

type DoneProps = {
  readonly handIns: readonly OfficeHandIn[];
  readonly now: string;
  readonly isProvince: boolean;
};

export function DoneHandIns({ handIns, now, isProvince }: DoneProps) {
  return (
    <ul className="card divide-y divide-line">
      {handIns.map((handIn) => (
        <li
          key={handIn.code}
          id={handIn.code}
          className="flex flex-wrap items-start justify-between gap-3 px-4 py-3"
        >
          <div className="min-w-0">
            <Link to={`/dinas/warung/${handIn.slug}`} className="link font-bold">
              {handIn.warung}
            </Link>
            <p className="muted text-[0.9375rem]">
              {isProvince ? `${handIn.regency} · ` : ""}
              {handIn.code} · {HAND_IN_WAY[handIn.way]} · {momentText(new Date(handIn.at), new Date(now))}
            </p>
            {handIn.reason ? <p className="text-[0.9375rem]">{handIn.reason}</p> : null}
          </div>
          <div className="text-right">
            <p className="font-bold">{rupiah(handIn.counted ?? handIn.amount)}</p>
            <p className="muted text-sm">{HAND_IN_LABEL[handIn.status]}</p>
            {differenceText(handIn) ? (
              <p className="text-sm font-semibold text-clay-ink">{differenceText(handIn)}</p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
