import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { findPeople } from "#app/domain/warung/find-people.server.ts";
import { inviteStaff } from "#app/domain/warung/invite-staff.server.ts";
import { removeStaff } from "#app/domain/warung/remove-staff.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { id, mobile, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Staf · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asWarungOwner(actor);
  const people = await findPeople(db, actor);
  return {
    warung: warung.name,
    people: people.map(({ id, account_id, name, mobile, position }) => ({
      id,
      accountId: account_id,
      name,
      mobile: mobileText(mobile),
      position,
    })),
  };
});

const Invitation = z.object({ nama: text("nama", { min: 2, max: 100 }), no_hp: mobile });
const Removal = z.object({ akun: id.optional(), undangan: id.optional() });

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "hapus") {
    const { akun, undangan = 0 } = readForm(form, Removal);
    await removeStaff(actor, db, akun ? { accountId: akun } : { invitationId: undangan });
    return redirect("/operator/toko/staf?kabar=dihapus");
  }
  const { nama, no_hp } = readForm(form, Invitation);
  await inviteStaff(actor, db, { name: nama, mobile: no_hp });
  return redirect("/operator/toko/staf?kabar=diundang");
});

const SAID = {
  diundang: "Undangan dikirim. Yang belum punya akun mendaftar dulu dengan nomor itu.",
  dihapus: "Aksesnya dicabut.",
} as const;

export default function Staff() {
  const { warung, people } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <SettingsPage
      warung={warung}
      title="Staf"
      lead="Staf menerima, menyiapkan, dan mengantar pesanan. Pengaturan toko tetap di tangan Anda."
      said={SAID}
    >
      <ul className="card divide-y divide-line">
        {people.map((person) => (
          <li
            key={`${person.accountId} ${person.id}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
          >
            <span className="min-w-0 grow">
              <span className="block font-bold">{person.name}</span>
              <span className="muted block text-[0.9375rem]">{person.mobile}</span>
            </span>
            {person.accountId === null ? (
              <Tag tone="gold">Belum mendaftar</Tag>
            ) : person.position === "owner" ? (
              <Tag tone="indigo">Pemilik</Tag>
            ) : null}
            {person.position === "staff" ? (
              <Form method="post">
                {person.accountId === null ? (
                  <input type="hidden" name="undangan" value={person.id} />
                ) : (
                  <input type="hidden" name="akun" value={person.accountId} />
                )}
                <Button kind="danger" small name="langkah" value="hapus">
                  Cabut<span className="sr-only"> akses {person.name}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <Section title="Undang staf">
        <Form method="post" className="card card-pad space-y-4" key={people.length}>
          <Field label="Nama" name="nama" required maxLength={100} problem={problem} />
          <Field label="Nomor HP" name="no_hp" type="tel" inputMode="tel" required problem={problem} />
          <Button kind="go" wide name="langkah" value="undang" busyText="Mengundang…">
            Undang
          </Button>
        </Form>
      </Section>
    </SettingsPage>
  );
}
