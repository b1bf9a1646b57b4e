import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { addHoliday } from "#app/domain/warung/add-holiday.server.ts";
import { findOwnWarung } from "#app/domain/warung/find-own-warung.server.ts";
import { removeHoliday } from "#app/domain/warung/remove-holiday.server.ts";
import { setHours } from "#app/domain/warung/set-hours.server.ts";
import { weekHours } from "#app/domain/warung/week-hours.ts";
import { clockText, dateWib, dayText, now, weekdayName, weekdayWib } from "#app/lib/clock.ts";
import { day, readForm, text } from "#app/web/form.server.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { readWeek } from "#app/web/week-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Jam buka · Papan warung" }];

/** What a time field takes: `06:00`; the end of the day is its midnight. */
const fieldTime = (minutes: number) => clockText(minutes % (24 * 60)).replace(".", ":");

export const loader = reading(async ({ db, actor }) => {
  const warung = await findOwnWarung(db, asWarungOwner(actor).warung.warungId);
  const week = weekHours(warung.hours);
  return {
    warung: warung.name,
    today: dateWib(now()),
    days: [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
      const hours = week[weekday];
      return {
        weekday,
        opens: hours ? fieldTime(hours.opens) : "",
        closes: hours ? fieldTime(hours.closes) : "",
      };
    }),
    daysOff: warung.days_off,
  };
});

const Holiday = z.object({ tanggal: day, catatan: text("catatan", { max: 100 }).optional() });

export const action = acting(async ({ db, actor, form }) => {
  switch (form.get("langkah")) {
    case "libur": {
      const { tanggal, catatan = null } = readForm(form, Holiday);
      await addHoliday(actor, db, { day: tanggal, note: catatan });
      return redirect("/operator/toko/jam?kabar=libur#libur");
    }
    case "hapus":
      await removeHoliday(actor, db, { day: readForm(form, z.object({ tanggal: day })).tanggal });
      return redirect("/operator/toko/jam?kabar=masuk#libur");
    default:
      await setHours(actor, db, { week: readWeek(form) });
      return redirect("/operator/toko/jam?kabar=tersimpan");
  }
});

const SAID = {
  libur: "Hari libur dicatat. Hari itu tidak ada pesanan baru untuk Anda.",
  masuk: "Hari libur dihapus. Hari itu warung buka seperti biasa.",
} as const;

type Day = ReturnType<typeof useLoaderData<typeof loader>>["days"][number];

function DayRow({ day, problem }: { readonly day: Day; readonly problem?: Problem["problem"] | undefined }) {
  const { weekday } = day;
  const name = weekdayName(weekday);
  const wrong = problem?.fields[`buka_${weekday}`];
  const typed = (field: string, otherwise: string) => problem?.values[`${field}_${weekday}`] ?? otherwise;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2 sm:gap-x-3">
      <span className="w-full shrink-0 font-bold sm:w-20">{name}</span>
      <input
        type="time"
        name={`buka_${weekday}`}
        defaultValue={typed("buka", day.opens)}
        aria-label={`${name}, jam buka`}
        aria-invalid={wrong ? true : undefined}
        className="input min-w-0 flex-1 px-2"
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        name={`tutup_${weekday}`}
        defaultValue={typed("tutup", day.closes)}
        aria-label={`${name}, jam tutup`}
        className="input min-w-0 flex-1 px-2"
      />
      {wrong ? <p className="w-full text-sm font-semibold text-clay-ink">{wrong}</p> : null}
    </li>
  );
}

export default function Hours() {
  const { warung, today, days, daysOff } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const ofWeek = problem && !("tanggal" in problem.fields) ? problem : undefined;
  return (
    <SettingsPage
      warung={warung}
      title="Jam buka dan libur"
      lead="Pesanan hanya ditawarkan saat Anda buka. Hari yang dikosongkan berarti tutup; tutup 00.00 berarti sampai tengah malam."
      said={SAID}
    >
      <Form method="post" className="space-y-4" key={JSON.stringify(days)}>
        <Card>
          <ul className="divide-y divide-line">
            {days.map((one) => (
              <DayRow key={one.weekday} day={one} problem={ofWeek} />
            ))}
          </ul>
        </Card>
        <div className="grid gap-3 sm:grid-cols-2">
          <Button kind="go" name="langkah" value="jam" busyText="Menyimpan…">
            Simpan jam buka
          </Button>
          <Button kind="outlined" name="salin" value="senin" busyText="Menyimpan…">
            Samakan semua dengan Senin
          </Button>
        </div>
      </Form>
      <Section title="Hari libur" id="libur">
        {daysOff.length === 0 ? (
          <p className="muted mb-4">Belum ada hari libur di depan.</p>
        ) : (
          <ul className="card mb-4 divide-y divide-line">
            {daysOff.map((off) => {
              const at = new Date(`${off.day}T00:00:00+07:00`);
              const name = `${weekdayName(weekdayWib(at))}, ${dayText(at)} ${off.day.slice(0, 4)}`;
              return (
                <li key={off.day} className="flex items-center justify-between gap-3 py-2 pr-2 pl-4">
                  <span className="min-w-0">
                    <span className="block font-bold">{name}</span>
                    {off.note ? <span className="muted block text-[0.9375rem]">{off.note}</span> : null}
                  </span>
                  <Form method="post">
                    <input type="hidden" name="tanggal" value={off.day} />
                    <button
                      type="submit"
                      name="langkah"
                      value="hapus"
                      className="tap justify-center px-3 text-clay-ink"
                      aria-label={`Hapus libur ${name}`}
                    >
                      <Icon name="trash" size={20} />
                    </button>
                  </Form>
                </li>
              );
            })}
          </ul>
        )}
        <Form method="post" className="card card-pad space-y-4" key={daysOff.length}>
          <Field label="Tanggal" name="tanggal" type="date" min={today} required problem={problem} />
          <Field
            label="Catatan"
            name="catatan"
            maxLength={100}
            optional
            placeholder="Lebaran, hajatan …"
            problem={problem}
          />
          <Button kind="outlined" name="langkah" value="libur" wide busyText="Menyimpan…">
            Tambah hari libur
          </Button>
        </Form>
      </Section>
    </SettingsPage>
  );
}
