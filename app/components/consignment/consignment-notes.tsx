// What both sides have said about a sending, and the field to say more.
import { Form } from "@remix-run/react";
import { momentText } from "#app/lib/clock.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/card.tsx";
import { AreaField } from "../ui/field.tsx";

type Props = {
  readonly notes: readonly {
    readonly at: string;
    readonly side: string;
    readonly actor_name: string;
    readonly text: string;
  }[];
  readonly formKey: string;
  readonly problem: Problem["problem"] | undefined;
  readonly now: string;
};

export function ConsignmentNotes({ notes, formKey, problem, now }: Props) {
  return (
    <Section title="Catatan Anda berdua" className="print:hidden" id="catatan">
      {notes.length > 0 ? (
        <ol className="card mb-4 divide-y divide-line">
          {notes.map((note) => (
            <li key={note.at} className="px-4 py-3">
              <p className="whitespace-pre-line">{note.text}</p>
              <p className="muted text-sm">
                {note.actor_name}, {note.side === "seller" ? "penjual" : "warung"} ·{" "}
                {momentText(new Date(note.at), new Date(now))}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
      <Form method="post" className="space-y-3" key={notes.length}>
        <input type="hidden" name="langkah" value="catat" />
        <input type="hidden" name="kunci" value={formKey} />
        <AreaField
          label="Tulis catatan"
          name="catatan"
          rows={3}
          maxLength={500}
          required
          hint="Misalnya bila hitungannya tidak cocok. Keduanya membacanya, dan catatan tidak dapat dihapus."
          problem={problem}
        />
        <Button kind="outlined" busyText="Mengirim…">
          Kirim catatan
        </Button>
      </Form>
    </Section>
  );
}
