// A photo from the phone's camera inside a larger form. With JavaScript it is made small before it is sent.
import { useId } from "react";
import type { Problem } from "#app/web/reply.server.ts";
import { shrinkPhoto } from "../seller/shrink-photo.ts";

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** it may well be a picture that is in the phone already, such as a bank's receipt */
  readonly gallery?: boolean;
  readonly problem: Problem["problem"] | undefined;
};

async function shrinkInside(input: HTMLInputElement): Promise<void> {
  const [chosen] = input.files ?? [];
  if (!chosen) return;
  const small = await shrinkPhoto(chosen);
  // chosen anew meanwhile: that one is on its way
  if (input.files?.[0] !== chosen) return;
  const files = new DataTransfer();
  files.items.add(small);
  input.files = files.files;
}

export function PhotoField({ label, hint, required, gallery, problem }: Props) {
  const id = useId();
  const wrong = problem?.fields.foto;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
        {required ? null : <span className="muted font-normal"> (boleh kosong)</span>}
      </label>
      <input
        id={id}
        type="file"
        name="foto"
        accept="image/*"
        capture={gallery ? undefined : "environment"}
        required={required}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-e` : hint ? `${id}-h` : undefined}
        className="input"
        onChange={(event) => void shrinkInside(event.currentTarget)}
      />
      {hint ? (
        <p id={`${id}-h`} className="muted mt-1 text-sm">
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}-e`} className="mt-1 text-sm font-semibold text-clay-ink">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
