import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Field, SelectField } from "#app/components/ui/field.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { addPublicHoliday } from "#app/domain/officers/add-public-holiday.server.ts";
import { findHolidays } from "#app/domain/officers/find-holidays.server.ts";
import { removePublicHoliday } from "#app/domain/officers/remove-public-holiday.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { dateText, dateWib, midnightWib, now, weekdayName, weekdayWib } from "#app/lib/clock.ts";
import { day, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Hari libur · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const [desk, found] = await Promise.all([countDesk(db, actor), findHolidays(db, actor)]);
  return { desk, ...found, today: dateWib(now()) };
});

const KINDS = { national: "Libur nasional", leave: "Cuti bersama" } as const;
const Holiday = z.object({
  tanggal: day,
  nama: text("nama hari libur", { min: 2, max: 100 }),
  jenis: z.enum(["national", "leave"], { error: "Pilih jenisnya." }),
});

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("intent") === "hapus") {
    const { tanggal } = readForm(form, z.object({ tanggal: day }));
    await removePublicHoliday(actor, db, { day: tanggal });
    return redirect("/dinas/kalender?kabar=dihapus");
  }
  const { tanggal, nama, jenis } = readForm(form, Holiday);
  await addPublicHoliday(actor, db, { day: tanggal, name: nama, kind: jenis });
  return redirect("/dinas/kalender?kabar=dicatat");
});

const SAID: Record<string, string> = {
  dicatat: "Hari libur dicatat. Janji antar yang baru sudah memperhitungkannya.",
  dihapus: "Hari itu hari biasa lagi.",
};

type Off = ReturnType<typeof useLoaderData<typeof loader>>["holidays"][number];

function HolidayLine({ holiday, mayChange }: { readonly holiday: Off; readonly mayChange: boolean }) {
  const at = midnightWib(holiday.day);
  const date = `${weekdayName(weekdayWib(at))}, ${dateText(at)}`;
  return (
    <li id={holiday.day} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-bold">
          {date} {holiday.kind === "leave" ? <Tag tone="gold">{KINDS.leave}</Tag> : null}
        </p>
        <p className="muted text-[0.9375rem]">{holiday.name}</p>
      </div>
      {mayChange ? (
        <details className="text-right">
          <summary className="tap cursor-pointer font-semibold text-clay-ink">
            Hapus<span className="sr-only"> {date}</span>
          </summary>
          <Form method="post" className="mt-1">
            <input type="hidden" name="intent" value="hapus" />
            <Button kind="danger" small name="tanggal" value={holiday.day} busyText="Menghapus…">
              Ya, jadikan hari biasa
            </Button>
          </Form>
        </details>
      ) : null}
    </li>
  );
}

export default function Holidays() {
  const { desk, holidays, mayChange, today } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = problem ? undefined : SAID[params.get("kabar") ?? ""];
  return (
    <OfficePage
      desk={desk}
      current="calendar"
      title="Hari libur"
      note="Penjual dan kantor libur: janji antar dan masa keluhan melewatinya"
    >
      <ProblemNotice problem={problem} />
      {said ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <DeskPanes
        queue={
          mayChange ? (
            <Form method="post" key={holidays.length} className="card card-pad space-y-4">
              <h2>Tambah hari libur</h2>
              <Field label="Tanggal" name="tanggal" type="date" min={today} required problem={problem} />
              <Field
                label="Nama"
                name="nama"
                hint="Seperti di SKB 3 Menteri, misalnya Idulfitri 1448 Hijriah."
                required
                maxLength={100}
                problem={problem}
              />
              <SelectField
                label="Jenis"
                name="jenis"
                problem={problem}
                options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
              />
              <Button wide busyText="Mencatat…">
                Catat hari libur
              </Button>
            </Form>
          ) : (
            <p className="card card-pad muted">Hari libur dicatat oleh petugas provinsi.</p>
          )
        }
      >
        {holidays.length === 0 ? (
          <Empty title="Belum ada hari libur di depan">
            Provinsi mencatatnya begitu keputusan bersama tiga menteri terbit.
          </Empty>
        ) : (
          <ul className="card divide-y divide-line">
            {holidays.map((holiday) => (
              <HolidayLine key={holiday.day} holiday={holiday} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </DeskPanes>
    </OfficePage>
  );
}
