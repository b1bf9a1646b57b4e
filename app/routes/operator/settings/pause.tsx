import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findOwnWarung } from "#app/domain/warung/find-own-warung.server.ts";
import { opensAfterToday } from "#app/domain/warung/opening-hours.ts";
import { pauseForToday } from "#app/domain/warung/pause-for-today.server.ts";
import { resumeOwnWarung } from "#app/domain/warung/resume-own-warung.server.ts";
import { openingTimes } from "#app/domain/warung/week-hours.ts";
import { now, relativeDayText, timeText } from "#app/lib/clock.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Jeda · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const warung = await findOwnWarung(db, asOperator(actor).warung.warungId);
  const at = now();
  const until = warung.paused_until !== null && warung.paused_until > at ? warung.paused_until : null;
  const opensAt = until ?? opensAfterToday(openingTimes(warung), at);
  return {
    warung: warung.name,
    status: warung.status,
    reason: warung.pause_reason,
    paused: until !== null,
    opens: `${relativeDayText(opensAt, at)} pukul ${timeText(opensAt)}`,
  };
});

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "buka") {
    await resumeOwnWarung(actor, db);
    return redirect("/operator/toko?kabar=lanjut");
  }
  await pauseForToday(actor, db);
  return redirect("/operator/toko/jeda?kabar=jeda");
});

const SAID = { jeda: "Jeda dicatat. Pesanan yang sudah Anda terima tetap Anda selesaikan." } as const;

export default function Pause() {
  const { warung, status, reason, paused, opens } = useLoaderData<typeof loader>();
  if (status !== "ready" && status !== "paused") {
    return (
      <SettingsPage warung={warung} title="Jeda">
        <Notice>Warung Anda belum dibuka untuk pesanan, jadi tidak ada yang perlu dijeda.</Notice>
      </SettingsPage>
    );
  }
  const isStopped = paused || status === "paused";
  return (
    <SettingsPage
      warung={warung}
      title={isStopped ? "Warung sedang jeda" : "Jeda untuk hari ini"}
      said={SAID}
    >
      <Card>
        <p className="text-lg font-bold">
          {status === "paused"
            ? reason
            : paused
              ? `Buka lagi sendiri ${opens}`
              : `Tutup dulu sampai ${opens}`}
        </p>
        <p className="muted mt-1 mb-4">
          {isStopped
            ? "Selama jeda tidak ada pesanan baru. Anda dapat membukanya lagi kapan saja."
            : "Tidak ada pesanan baru hari ini. Warung buka lagi dengan sendirinya; Anda tidak perlu mengingatnya."}
        </p>
        <Form method="post">
          {isStopped ? (
            <Button kind="go" wide name="langkah" value="buka" busyText="Membuka…">
              Terima pesanan lagi
            </Button>
          ) : (
            <Button kind="outlined" wide name="langkah" value="jeda" busyText="Menyimpan…">
              Jeda hari ini
            </Button>
          )}
        </Form>
      </Card>
    </SettingsPage>
  );
}
