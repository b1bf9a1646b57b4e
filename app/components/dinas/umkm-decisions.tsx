// What an officer may do with a business: verify it or send it back, freeze it or take it back, spot-check it.
import { Form } from "@remix-run/react";
import { POINTS } from "#app/domain/umkm/application-checklist.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField, CheckField } from "../ui/field.tsx";

type Props = {
  readonly slug: string;
  /** of the list beside it, to come back to the same place */
  readonly query: string;
  readonly problem: Problem["problem"] | undefined;
};

type DecideProps = Props & {
  readonly checklist: readonly { readonly key: string; readonly missing: string | null }[];
};

/** Verify is the one green button; sending back asks for the points and the reason first. */
export function DecideForms({ slug, query, problem, checklist }: DecideProps) {
  const missing = checklist.filter((point) => point.missing !== null);
  const isReturning = problem?.fields.butir !== undefined || problem?.fields.alasan !== undefined;
  return (
    <section className="card card-pad" aria-label="Keputusan">
      {missing.length > 0 ? (
        <p className="mb-3 text-clay-ink">
          <strong>Belum lengkap:</strong> {missing.map((point) => point.missing).join(" ")}
        </p>
      ) : null}
      <Form
        method="post"
        action={`/dinas/umkm/${slug}/verifikasi${query}`}
        className="flex flex-wrap items-center justify-between gap-4"
      >
        <p className="min-w-0 grow basis-60">
          Data cocok dengan dokumennya? Setelah diverifikasi, produknya dapat tampil di toko.
        </p>
        <Button kind="go" busyText="Memverifikasi…">
          Verifikasi
        </Button>
      </Form>
      <details className="mt-4 border-t border-line pt-3" open={isReturning}>
        <summary className="tap cursor-pointer font-semibold text-maroon">
          Kembalikan untuk diperbaiki
        </summary>
        <Form method="post" action={`/dinas/umkm/${slug}/kembalikan${query}`} className="mt-2 space-y-4">
          <fieldset aria-describedby={problem?.fields.butir ? "butir-e" : undefined}>
            <legend className="font-semibold">Yang perlu diperbaiki</legend>
            <div className="mt-1 grid gap-x-5 sm:grid-cols-2 xl:grid-cols-3">
              {Object.entries(POINTS).map(([key, { label }]) => (
                <CheckField
                  key={key}
                  name={`butir.${key}`}
                  label={label}
                  defaultChecked={
                    problem
                      ? problem.values[`butir.${key}`] === "ya"
                      : missing.some((point) => point.key === key)
                  }
                />
              ))}
            </div>
            {problem?.fields.butir ? (
              <p id="butir-e" className="mt-1 text-sm font-semibold text-clay-ink">
                {problem.fields.butir}
              </p>
            ) : null}
          </fieldset>
          <AreaField
            label="Catatan untuk penjual"
            name="alasan"
            rows={3}
            required
            minLength={5}
            maxLength={500}
            hint="Penjual membaca ini lewat pesan dan di pengajuannya. Tulis apa yang harus ia lakukan."
            problem={problem}
          />
          <Button kind="outlined" busyText="Mengembalikan…">
            Kembalikan
          </Button>
        </Form>
      </details>
    </section>
  );
}

type ReasonProps = Props & { readonly freezes: boolean };

/** Freezing, or taking back: each asks why. */
export function FreezeForm({ slug, query, problem, freezes }: ReasonProps) {
  return (
    <details className="card card-pad" open={problem?.fields.alasan !== undefined}>
      <summary className={`tap cursor-pointer font-semibold ${freezes ? "text-clay-ink" : "text-maroon"}`}>
        {freezes ? "Bekukan usaha ini" : "Aktifkan lagi usaha ini"}
      </summary>
      <Form
        method="post"
        action={`/dinas/umkm/${slug}/${freezes ? "bekukan" : "aktifkan"}${query}`}
        className="mt-3 space-y-4"
      >
        <AreaField
          label="Alasan"
          name="alasan"
          rows={2}
          required
          minLength={5}
          maxLength={500}
          hint={
            freezes
              ? "Semua produknya hilang dari toko dan pencarian. Penjual membaca alasan ini."
              : "Tercatat bersama keputusan ini. Produk yang terbit tampil kembali."
          }
          problem={problem}
        />
        <Button kind={freezes ? "danger" : "go"} busyText="Menyimpan…">
          {freezes ? "Bekukan" : "Aktifkan lagi"}
        </Button>
      </Form>
    </details>
  );
}

export function SpotCheckForm({ slug, query }: Omit<Props, "problem">) {
  return (
    <Form
      method="post"
      action={`/dinas/umkm/${slug}/uji${query}`}
      className="card card-pad flex flex-wrap items-center justify-between gap-4"
    >
      <p className="min-w-0 grow basis-60">
        <strong>Uji petik.</strong> Bandingkan data dengan dokumennya. Ada yang keliru? Hubungi dinasnya, atau
        bekukan.
      </p>
      <Button kind="go" busyText="Menyimpan…">
        Sudah diperiksa
      </Button>
    </Form>
  );
}
