import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { NOTICE_DAYS, percentText, soonestFeeDay } from "#app/domain/ledger/fee-days.ts";
import { findFeePolicies } from "#app/domain/ledger/find-fee-policies.server.ts";
import { setFeePolicy } from "#app/domain/ledger/set-fee-policy.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { dateText, midnightWib, now } from "#app/lib/clock.ts";
import { day, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Potongan · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const at = now();
  const [desk, policies] = await Promise.all([countDesk(db, actor), findFeePolicies(db, actor, at)]);
  return { desk, policies, soonest: soonestFeeDay(at) };
});

/** `2,5` or `2.5`, as basis points. */
const percent = (what: string) =>
  z
    .string({ error: `Isi ${what}.` })
    .regex(/^\d{1,2}([.,]\d{1,2})?$/, `${what} berupa persen, misalnya 2,5.`)
    .transform((typed) => Math.round(Number(typed.replace(",", ".")) * 100));

const Policy = z.object({ mulai: day, komisi: percent("Komisi"), bagian: percent("Bagian warung") });

export const action = acting(async ({ db, actor, form }) => {
  const { mulai, komisi, bagian } = readForm(form, Policy);
  await setFeePolicy(actor, db, { startsOn: mulai, commissionBp: komisi, handlingBp: bagian });
  return redirect("/dinas/ketentuan?kabar=ditetapkan");
});

const TIMES = {
  coming: { tone: "gold", label: "Akan berlaku" },
  holds: { tone: "good", label: "Berlaku" },
  over: { tone: "plain", label: "Sudah lewat" },
} as const;

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function PolicyLine({ policy }: { readonly policy: Loaded["policies"][number] }) {
  const { tone, label } = TIMES[policy.time];
  return (
    <li id={policy.starts_on} className="p-4">
      <p className="flex flex-wrap items-center gap-2 font-bold">
        Mulai {dateText(midnightWib(policy.starts_on))} <Tag tone={tone}>{label}</Tag>
      </p>
      <p>
        Komisi {percentText(policy.commission_bp)}, bagian warung {percentText(policy.handling_bp)}
      </p>
      <p className="muted text-[0.9375rem]">
        {policy.decided_by}, {dateText(new Date(policy.decided_at))}
      </p>
    </li>
  );
}

export default function FeePolicies() {
  const { desk, policies, soonest } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = params.get("kabar") === "ditetapkan" && !problem;
  return (
    <OfficePage
      desk={desk}
      current="fees"
      title="Potongan"
      note="dari harga barang penjual, menurut ketentuan pada hari barang diserahkan"
    >
      <ProblemNotice problem={problem} />
      {said ? (
        <div className="mb-4">
          <Notice tone="good">Ketentuan dicatat. Penjual membacanya mulai sekarang di halaman Uang.</Notice>
        </div>
      ) : null}
      <DeskPanes
        queue={
          <Form method="post" className="card card-pad space-y-4" key={policies.length}>
            <h2>Ketentuan baru</h2>
            <Field
              label="Komisi Lapak Lampung (%)"
              name="komisi"
              inputMode="decimal"
              maxLength={5}
              placeholder="0"
              problem={problem}
              required
            />
            <Field
              label="Bagian warung (%)"
              name="bagian"
              inputMode="decimal"
              maxLength={5}
              placeholder="0"
              problem={problem}
              required
            />
            <Field
              label="Mulai tanggal"
              name="mulai"
              type="date"
              min={soonest}
              defaultValue={soonest}
              problem={problem}
              hint={`Paling cepat ${NOTICE_DAYS} hari lagi. Tidak dapat dihapus, hanya diganti dengan yang lebih baru.`}
              required
            />
            <Button wide busyText="Menetapkan…">
              Tetapkan
            </Button>
          </Form>
        }
      >
        <ul className="card divide-y divide-line" aria-label="Ketentuan">
          {policies.map((policy) => (
            <PolicyLine key={policy.starts_on} policy={policy} />
          ))}
        </ul>
      </DeskPanes>
    </OfficePage>
  );
}
