// What a buyer can rely on: verified by the office, and the licences with their years.
import { Tag } from "#app/components/ui/chip.tsx";
import type { Licence } from "#app/domain/umkm/licences.ts";

export function LicenceTags({ licences }: { readonly licences: readonly Licence[] }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Tag tone="good" icon="badge-check">
        Terverifikasi dinas
      </Tag>
      {licences.map((licence) => (
        <Tag key={licence.kind} tone="gold">
          {licence.text}
        </Tag>
      ))}
    </div>
  );
}

/** The first letter of a maker's own name, on gold: stands where no photo is. */
export function Initial({ name }: { readonly name: string }) {
  const own = name.replace(/^(UMKM|Koperasi|KWT|Dapur|Toko|UD|CV|Rumah|Warung|Bu|Pak|Ibu|Mbak)\s+/gi, "");
  const letter = own.replace(/^(Bu|Pak|Ibu|Mbak|Mas)\s+/i, "").charAt(0) || name.charAt(0);
  return (
    <span
      className="grid size-14 shrink-0 place-items-center rounded-full bg-gold-soft text-xl font-bold text-gold-ink"
      aria-hidden="true"
    >
      {letter.toUpperCase()}
    </span>
  );
}
