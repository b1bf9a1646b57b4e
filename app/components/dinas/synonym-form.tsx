// "Kata yang diketik" → "yang dimaksud", with what that would find, seen before it is saved. Works without JavaScript:
// the first button asks the page again with both words in its address.
import { Form } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

type Props = {
  readonly typed: string;
  readonly meant: string;
  /** what `meant` finds, once it was asked */
  readonly preview: { readonly total: number; readonly names: readonly string[] } | null;
  readonly problem?: Problem["problem"];
  /** which list stays open beside it */
  readonly kept: Readonly<Record<string, string>>;
};

export function SynonymForm({ typed, meant, preview, problem, kept }: Props) {
  return (
    <Form method="post" id="padanan" key={`${typed}=${meant}`} className="card card-pad space-y-4">
      <h2>Beri padanan</h2>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        label="Kata yang diketik"
        name="kata"
        defaultValue={typed}
        required
        maxLength={60}
        autoComplete="off"
        problem={problem}
      />
      <Field
        label="Yang dimaksud"
        name="maksud"
        hint="Kata yang ada di nama barang, misalnya keripik pisang."
        defaultValue={meant}
        required
        maxLength={60}
        autoComplete="off"
        problem={problem}
      />
      {preview ? (
        <div className="rounded-card bg-indigo-soft p-4" role="status">
          <p className="font-bold">
            {preview.total === 0
              ? `“${meant}” belum menemukan apa pun`
              : `“${meant}” menemukan ${count(preview.total)} barang`}
          </p>
          {preview.names.length > 0 ? (
            <ul className="mt-1 list-disc pl-5">
              {preview.names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ) : (
            <p>Coba kata lain, atau biarkan: barangnya memang belum ada yang menjual.</p>
          )}
        </div>
      ) : null}
      <div className="grid gap-2">
        <Button kind="outlined" wide formMethod="get">
          Lihat yang akan ditemukan
        </Button>
        <Button wide busyText="Menyimpan…">
          Simpan padanan
        </Button>
      </div>
    </Form>
  );
}
