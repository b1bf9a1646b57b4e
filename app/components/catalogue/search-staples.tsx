// Staples that a search found, above the products: priced by the buyer's village, one tap to the basket.
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import type { StapleCard } from "#app/domain/catalogue/find-staples.server.ts";
import { AddStaple } from "./add-staple.tsx";

type Props = {
  readonly staples: readonly StapleCard[];
  /** null: none chosen, no price known */
  readonly village: string | null;
  /** address of this page */
  readonly here: string;
};

export function SearchStaples({ staples, village, here }: Props) {
  if (staples.length === 0) return null;
  return (
    <Section title="Sembako" className="mt-4!">
      <div className="card divide-y divide-line px-4 py-1">
        {staples.map((staple) => (
          <AddStaple
            key={staple.id}
            staple={staple}
            back={here}
            unknownPrice={village ? undefined : "harga menurut desa Anda"}
          />
        ))}
      </div>
      {village ? (
        <p className="muted mt-2 text-sm">Harga sembako resmi di daerah {village} hari ini.</p>
      ) : (
        <ButtonLink to={`/lokasi?lanjut=${encodeURIComponent(here)}`} kind="outlined" small className="mt-3">
          Pilih desa untuk melihat harga
        </ButtonLink>
      )}
    </Section>
  );
}
