// What officers may do with a warung: designate or send back, start the test order, suspend, revoke, take back.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import type { ReadinessPoint } from "#app/domain/warung/readiness.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { ReadinessList } from "../operator/readiness-list.tsx";
import { Button } from "../ui/button.tsx";
import { AreaField, Field } from "../ui/field.tsx";

type Shared = { readonly slug: string; readonly problem: Problem["problem"] | undefined };

/** Folded away, and asks why. Open again when its reason was not accepted. */
function ReasonForm({
  slug,
  problem,
  step,
  title,
  hint,
  button,
  danger,
}: Shared & {
  readonly step: string;
  readonly title: string;
  readonly hint: string;
  readonly button: string;
  readonly danger?: boolean;
}) {
  return (
    <details open={problem?.values.langkah === step}>
      <summary className={`tap cursor-pointer font-semibold ${danger ? "text-clay-ink" : "text-maroon"}`}>
        {title}
      </summary>
      <Form method="post" action={`/dinas/warung/${slug}/${step}`} className="mt-2 mb-3 space-y-4">
        <input type="hidden" name="langkah" value={step} />
        <AreaField
          label="Alasan"
          name="alasan"
          rows={2}
          required
          minLength={5}
          maxLength={400}
          hint={hint}
          problem={problem?.values.langkah === step ? problem : undefined}
        />
        <Button kind={danger ? "danger" : "outlined"} busyText="Menyimpan…">
          {button}
        </Button>
      </Form>
    </details>
  );
}

export function DesignateForm({ slug, problem }: Shared) {
  return (
    <section className="card card-pad" aria-label="Penetapan">
      <Form method="post" action={`/dinas/warung/${slug}/tetapkan`} className="space-y-4">
        <h2>Tetapkan dengan SK</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Nomor SK" name="nomor_sk" required maxLength={100} problem={problem} />
          <Field label="Tanggal SK" name="tanggal_sk" type="date" required problem={problem} />
        </div>
        <Button kind="go" busyText="Menetapkan…">
          Tetapkan warung
        </Button>
      </Form>
      <div className="mt-4 border-t border-line pt-2">
        <ReasonForm
          slug={slug}
          problem={problem}
          step="kembalikan"
          title="Kembalikan ke kabupaten/kota"
          hint="Dinas pengusul membaca ini, memperbaiki, lalu mengusulkan lagi."
          button="Kembalikan usulan"
        />
      </div>
    </section>
  );
}

type GateProps = {
  readonly slug: string;
  readonly gate: {
    readonly points: readonly ReadinessPoint[];
    readonly passed: boolean;
    readonly test: { readonly code: string; readonly status: string; readonly pin: string | null } | null;
  };
  readonly mayTest: boolean;
};

/** How far the warung is through its gate; the officer begins the test order here, and reads its PIN out. */
export function GateCard({ slug, gate, mayTest }: GateProps) {
  const { test } = gate;
  const again = test?.status === "cancelled";
  return (
    <section className="card card-pad" aria-labelledby="kesiapan">
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h2 id="kesiapan">Kesiapan</h2>
        <span className="font-bold tabular-nums">
          {gate.points.filter((point) => point.done).length} dari {gate.points.length}
        </span>
      </div>
      <ReadinessList points={gate.points} />
      {test?.pin ? (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3 rounded-card bg-gold-soft p-4">
          <p className="min-w-0">
            <strong className="block">Pesanan uji {test.code}</strong>
            {LABEL[test.status as OrderStatus]}. Bacakan PIN ini saat pemilik menyerahkan.
          </p>
          <p className="text-3xl font-extrabold tracking-[0.2em] tabular-nums">{test.pin}</p>
        </div>
      ) : null}
      {mayTest ? (
        <Form
          method="post"
          action={`/dinas/warung/${slug}/uji`}
          className="mt-3 flex flex-wrap items-center justify-between gap-4"
        >
          <p className="min-w-0 grow basis-60">
            {again ? "Pesanan uji terakhir tidak selesai. Hubungi pemilik, lalu mulai lagi. " : ""}
            Satu sembako tanpa uang: pemilik menerima, menyiapkan, mengantar, dan memasukkan PIN dari Anda.
          </p>
          <Button kind="go" busyText="Memulai…">
            Mulai pesanan uji
          </Button>
        </Form>
      ) : null}
      {gate.passed ? (
        <p className="mt-2 font-semibold text-leaf">Lengkap. Pemilik tinggal membukanya untuk pesanan.</p>
      ) : null}
    </section>
  );
}

type RestProps = Shared & {
  readonly can: { readonly suspend: boolean; readonly revoke: boolean };
};

export function TakeOutForms({ slug, problem, can }: RestProps) {
  const forms: ReactNode[] = [];
  if (can.suspend) {
    forms.push(
      <ReasonForm
        key="bekukan"
        slug={slug}
        problem={problem}
        step="bekukan"
        title="Bekukan warung ini"
        hint="Tidak ada pesanan baru sampai diaktifkan lagi. Pemilik membaca alasan ini."
        button="Bekukan"
        danger
      />,
    );
  }
  if (can.revoke) {
    forms.push(
      <ReasonForm
        key="cabut"
        slug={slug}
        problem={problem}
        step="cabut"
        title="Cabut penetapan"
        hint="Kembali menjadi usulan di kabupaten/kota. Pemilik membaca alasan ini."
        button="Cabut penetapan"
        danger
      />,
    );
  }
  return forms.length > 0 ? <section className="card card-pad">{forms}</section> : null;
}

export function ResumeForm({ slug, note }: { readonly slug: string; readonly note: string }) {
  return (
    <Form
      method="post"
      action={`/dinas/warung/${slug}/aktifkan`}
      className="card card-pad flex flex-wrap items-center justify-between gap-4"
    >
      <p className="min-w-0 grow basis-60">{note}</p>
      <Button kind="go" busyText="Menyimpan…">
        Aktifkan lagi
      </Button>
    </Form>
  );
}
