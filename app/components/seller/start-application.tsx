// "Jual di Lapak": the first form of someone who begins to sell.
import { Form } from "@remix-run/react";
import { Button } from "../ui/button.tsx";
import { ChoiceCard, Field } from "../ui/field.tsx";
import { HEADER_BUTTON, WorkHeader } from "../ui/header.tsx";
import { ProblemNotice, problemOf } from "../ui/problem-notice.tsx";
import { WorkPage } from "../ui/work-page.tsx";
import { VillageChoice, type VillageOption } from "./village-choice.tsx";

/** The villages that an action found for what was typed. */
export function villagesOf(answer: unknown): readonly VillageOption[] {
  return answer !== null && typeof answer === "object" && "found" in answer
    ? (answer.found as readonly VillageOption[])
    : [];
}

export function StartApplication({ person, answer }: { readonly person: string; readonly answer: unknown }) {
  const problem = problemOf(answer);
  const found = villagesOf(answer);
  const kind = problem?.values.jenis ?? "UMKM";
  return (
    <WorkPage
      header={
        <WorkHeader
          tone="seller"
          title="Jual di Lapak"
          note={`Masuk sebagai ${person}`}
          action={
            <a href="/" className={HEADER_BUTTON}>
              Ke toko
            </a>
          }
        />
      }
    >
      <h1>Jual buatan Anda di Lapak Lampung</h1>
      <p className="muted mt-2">
        Gratis untuk UMKM dan koperasi di Lampung. Siapkan KTP dan NIB; isiannya disimpan per langkah, jadi
        boleh dilanjutkan kapan saja.
      </p>
      <Form method="post" className="mt-5 space-y-5">
        <ProblemNotice problem={problem} />
        <fieldset className="space-y-2">
          <legend className="mb-1.5 font-semibold">Jenis usaha</legend>
          <ChoiceCard
            name="jenis"
            value="UMKM"
            title="UMKM"
            note="Usaha perorangan atau keluarga"
            defaultChecked={kind === "UMKM"}
          />
          <ChoiceCard
            name="jenis"
            value="Koperasi"
            title="Koperasi"
            note="Usaha bersama anggota"
            defaultChecked={kind === "Koperasi"}
          />
        </fieldset>
        <Field
          label="Nama usaha"
          name="nama"
          problem={problem}
          maxLength={120}
          required
          placeholder="Misalnya: Keripik Bu Siti"
        />
        <VillageChoice problem={problem} found={found} />
        <Button wide busyText="Menyimpan…">
          {found.length > 0 ? "Mulai berjualan" : "Lanjut"}
        </Button>
      </Form>
    </WorkPage>
  );
}
