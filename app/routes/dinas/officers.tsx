import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Field, SelectField } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { findOfficers } from "#app/domain/officers/find-officers.server.ts";
import { inviteOfficer } from "#app/domain/officers/invite-officer.server.ts";
import { removeOfficer } from "#app/domain/officers/remove-officer.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { count } from "#app/lib/rupiah.ts";
import { id, mobile, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Petugas · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const [desk, found] = await Promise.all([countDesk(db, actor), findOfficers(db, actor)]);
  return { desk, ...found };
});

const PROVINCE = "provinsi";
const Invitation = z.object({
  nama: text("nama petugas", { min: 2, max: 100 }),
  no_hp: mobile,
  wilayah: text("wilayah"),
});
const Removal = z.object({ petugas: id.optional(), undangan: id.optional() });

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("intent") === "cabut") {
    const { petugas, undangan } = readForm(form, Removal);
    await removeOfficer(actor, db, petugas ? { membershipId: petugas } : { invitationId: undangan ?? 0 });
    return redirect("/dinas/petugas?kabar=dicabut");
  }
  const { nama, no_hp, wilayah } = readForm(form, Invitation);
  const regencyCode = wilayah === PROVINCE ? null : wilayah;
  await inviteOfficer(actor, db, { name: nama, mobile: no_hp, regencyCode });
  return redirect("/dinas/petugas?kabar=diundang");
});

const SAID: Record<string, string> = {
  diundang: "Undangan tercatat, dan pesannya sedang dikirim.",
  dicabut: "Aksesnya dicabut. Semua perangkatnya sudah keluar.",
};

type Person = ReturnType<typeof useLoaderData<typeof loader>>["officers"][number];

function OfficerLine({ officer }: { readonly officer: Person }) {
  const { name, isSelf, account_id: account } = officer;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-bold">
          {name}
          {isSelf ? <Tag>Anda</Tag> : null}
          {account === null ? <Tag tone="gold">Diundang</Tag> : null}
          {account !== null && !officer.second_factor ? <Tag tone="late">Belum dua langkah</Tag> : null}
        </p>
        <p className="muted text-[0.9375rem]">
          {officer.office} · <span className="whitespace-nowrap">{mobileText(officer.mobile)}</span>
        </p>
      </div>
      {officer.role === "officer" && !isSelf ? (
        <details className="text-right">
          <summary className="tap cursor-pointer font-semibold text-clay-ink">
            Cabut<span className="sr-only"> akses {name}</span>
          </summary>
          <Form method="post" className="mt-1">
            <input type="hidden" name="intent" value="cabut" />
            <Button
              kind="danger"
              small
              name={account === null ? "undangan" : "petugas"}
              value={officer.id}
              busyText="Mencabut…"
            >
              Ya, cabut akses {name}
            </Button>
          </Form>
        </details>
      ) : null}
    </li>
  );
}

export default function Officers() {
  const { desk, officers, regencies } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = problem ? undefined : SAID[params.get("kabar") ?? ""];
  const areas = [{ code: PROVINCE, name: "Provinsi Lampung" }, ...regencies];
  return (
    <OfficePage desk={desk} current="officers" title="Petugas" note={`${count(officers.length)} orang`}>
      <ProblemNotice problem={problem} />
      {said ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <DeskPanes
        queue={
          <Form method="post" key={officers.length} className="card card-pad space-y-4">
            <h2>Undang petugas</h2>
            <Field label="Nama" name="nama" required maxLength={100} problem={problem} />
            <Field
              label="Nomor HP"
              name="no_hp"
              type="tel"
              inputMode="tel"
              placeholder="0812-3456-7890"
              hint="Petugas masuk atau mendaftar dengan nomor ini."
              required
              problem={problem}
            />
            <SelectField
              label="Wilayah"
              name="wilayah"
              prompt="Pilih wilayah"
              problem={problem}
              options={areas.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Button wide busyText="Mengundang…">
              Undang
            </Button>
          </Form>
        }
      >
        <ul className="card divide-y divide-line">
          {officers.map((officer) => (
            <OfficerLine key={`${officer.account_id ?? "undangan"}-${officer.id}`} officer={officer} />
          ))}
        </ul>
      </DeskPanes>
    </OfficePage>
  );
}
