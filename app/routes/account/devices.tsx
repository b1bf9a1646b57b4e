import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Row } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { endOtherSessions } from "#app/domain/accounts/end-other-sessions.server.ts";
import { endSession } from "#app/domain/accounts/end-session.server.ts";
import { findSessions } from "#app/domain/accounts/find-sessions.server.ts";
import { stopRinging } from "#app/domain/accounts/stop-ringing.server.ts";
import { now, relativeDayText, timeText } from "#app/lib/clock.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Perangkat · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, request }) => {
  const sessions = await findSessions(db, actor, readCookie(request, SESSION) ?? "");
  return { sessions, now: now() };
});

const Schema = z.object({ sesi: id });

export const action = acting(async ({ db, actor, form, request }) => {
  if (form.get("intent") === "semua") {
    await endOtherSessions(actor, db, { sessionToken: readCookie(request, SESSION) ?? "" });
    return redirect("/akun/perangkat?kabar=semua");
  }
  if (form.get("intent") === "diam") {
    await stopRinging(actor, db, { sessionId: readForm(form, Schema).sesi });
    return redirect("/akun/perangkat?kabar=diam");
  }
  await endSession(actor, db, { id: readForm(form, Schema).sesi });
  return redirect("/akun/perangkat?kabar=satu");
});

const SAID: Record<string, string> = {
  satu: "Perangkat itu sudah keluar dari akun Anda.",
  diam: "Perangkat itu tidak berbunyi lagi saat ada pesanan.",
  semua: "Semua perangkat lain sudah keluar dari akun Anda.",
};

function seenText(at: Date, today: Date): string {
  if (today.getTime() - at.getTime() < 10 * 60_000) return "baru saja dipakai";
  return `terakhir dipakai ${relativeDayText(at, today)} ${timeText(at)}`;
}

export default function Devices() {
  const { sessions, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const said = SAID[params.get("kabar") ?? ""];
  return (
    <ShopPage title="Perangkat" back="/akun" narrow>
      <p className="muted mb-5">
        Akun Anda sedang masuk di sini. Tidak mengenali salah satunya? Keluarkan, lalu ganti kata sandi.
      </p>
      {said ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <ul className="card divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="px-4 py-3">
            <Row
              icon="phone"
              title={
                <span className="flex flex-wrap items-center gap-2">
                  {session.device ?? "Perangkat lain"}
                  {session.current ? <Tag tone="good">Perangkat ini</Tag> : null}
                </span>
              }
              note={
                session.current ? "sedang dipakai" : seenText(new Date(session.last_seen_at), new Date(at))
              }
              end={
                session.current ? null : (
                  <Form method="post">
                    <Button
                      kind="outlined"
                      small
                      name="sesi"
                      value={session.id}
                      aria-label={`Keluarkan ${session.device ?? "perangkat lain"}`}
                    >
                      Keluarkan
                    </Button>
                  </Form>
                )
              }
            />
            {session.rings ? (
              <Form
                method="post"
                className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
              >
                <input type="hidden" name="sesi" value={session.id} />
                <span className="flex items-center gap-1.5 text-[0.9375rem]">
                  <Icon name="bell" size={18} /> Berbunyi saat ada pesanan
                </span>
                <button
                  type="submit"
                  name="intent"
                  value="diam"
                  className="tap link"
                  aria-label={`Matikan bunyi ${session.device ?? "perangkat lain"}`}
                >
                  Matikan bunyi
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="mt-5">
          <Button name="intent" value="semua" wide busyText="Mengeluarkan…">
            Keluarkan semua perangkat lain
          </Button>
        </Form>
      ) : null}
    </ShopPage>
  );
}
