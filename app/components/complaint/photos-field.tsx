// Up to four photos in one form: an ordinary file field; with JavaScript they are made small before they are sent.
import { type ChangeEvent, useId, useState } from "react";
import { MOST_PHOTOS } from "#app/domain/complaints/complaint-kinds.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { shrinkPhoto } from "../seller/shrink-photo.ts";

type Props = { readonly problem: Problem["problem"] | undefined };

export function PhotosField({ problem }: Props) {
  const id = useId();
  const [count, setCount] = useState(0);
  const wrong =
    problem?.fields.foto ??
    // a browser does not keep chosen files when a form comes back
    (problem ? "Pilih lagi fotonya: foto tidak ikut tersimpan." : undefined);

  async function shrink(event: ChangeEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const chosen = [...(field.files ?? [])].slice(0, MOST_PHOTOS);
    setCount(chosen.length);
    const carrier = new DataTransfer();
    for (const photo of chosen) carrier.items.add(await shrinkPhoto(photo));
    field.files = carrier.files;
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        Foto
      </label>
      <input
        id={id}
        type="file"
        name="foto"
        accept="image/*"
        multiple
        className="input"
        aria-invalid={problem?.fields.foto ? true : undefined}
        aria-describedby={`${id}-h${wrong ? ` ${id}-e` : ""}`}
        onChange={shrink}
      />
      <p id={`${id}-h`} className="muted mt-1 text-sm" aria-live="polite">
        {count > 0 ? `${count} foto dipilih. ` : ""}Paling banyak {MOST_PHOTOS} foto, 24 MB semuanya. Wajib
        untuk barang rusak, kedaluwarsa, atau bukan pesanan Anda. Lokasi di dalam foto kami buang.
      </p>
      {wrong ? (
        <p id={`${id}-e`} className="mt-1 text-sm font-semibold text-clay-ink">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
