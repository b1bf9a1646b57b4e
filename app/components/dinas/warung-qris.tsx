// A warung's QRIS for its officers: whose it is, what happened to it, and the way to stop it when it may be somebody else's.
import { Form } from "@remix-run/react";
import { momentText } from "#app/lib/clock.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/desk-page.tsx";
import { AreaField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Timeline } from "../ui/timeline.tsx";

type Props = {
  readonly slug: string;
  readonly qris: {
    readonly current: { readonly name: string; readonly city: string; readonly nmid: string } | null;
    readonly changes: readonly {
      readonly name: string | null;
      readonly nmid: string | null;
      readonly at: string;
      readonly by: string | null;
    }[];
    readonly twins: readonly string[];
  };
  readonly now: string;
  readonly problem: Problem["problem"] | undefined;
};

const STEP = "qris";

export function WarungQrisCard({ slug, qris, now, problem }: Props) {
  const { current, changes, twins } = qris;
  const refused = problem?.values.langkah === STEP ? problem : undefined;
  return (
    <section className="card card-pad space-y-4" aria-label="QRIS">
      <h2>QRIS</h2>
      {current ? (
        <Facts
          facts={[
            ["Atas nama", current.name],
            ["Kota", current.city],
            ["NMID", current.nmid],
          ]}
        />
      ) : (
        <p className="muted">Belum ada: pembeli membayar tunai.</p>
      )}
      {twins.length > 0 ? (
        <Notice tone="late" title="Kode yang sama dipakai warung lain">
          {twins.join(", ")}. Tanyakan ke pemiliknya, kode siapa ini.
        </Notice>
      ) : null}
      {changes.length > 0 ? (
        <Timeline
          steps={changes.map(({ name, nmid, at, by }) => ({
            state: "done",
            title: name === null ? "Dihapus" : `Atas nama ${name}`,
            note: [nmid, `oleh ${by ?? "akun yang sudah dihapus"}`].filter(Boolean).join(" · "),
            time: momentText(new Date(at), new Date(now)),
          }))}
        />
      ) : null}
      {current ? (
        <details open={refused !== undefined}>
          <summary className="tap cursor-pointer font-semibold text-clay-ink">Hapus QRIS ini</summary>
          <Form method="post" action={`/dinas/warung/${slug}/qris`} className="mt-2 space-y-4">
            <input type="hidden" name="langkah" value={STEP} />
            <AreaField
              label="Alasan"
              name="alasan"
              rows={2}
              required
              minLength={5}
              maxLength={400}
              hint="Pemilik diberi tahu, dan dapat memasang QRIS yang benar."
              problem={refused}
            />
            <Button kind="danger" busyText="Menghapus…">
              Hapus QRIS
            </Button>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
