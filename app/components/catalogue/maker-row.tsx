// New and rarely seen makers, who take turns (see domain/catalogue/seller-turns.ts): a picture of what they make, their
// name and place. Shows nothing when nobody's turn it is.
import { Link } from "@remix-run/react";
import { Section } from "#app/components/ui/card.tsx";
import { Picture } from "#app/components/ui/picture.tsx";
import type { Introduced } from "#app/domain/catalogue/seller-turns.ts";

const SIZES = "(min-width: 48rem) 220px, 50vw";

export function MakerRow({ makers }: { readonly makers: readonly Introduced[] }) {
  if (makers.length === 0) return null;
  return (
    <Section title="Kenalan dengan pembuat baru">
      <p className="muted -mt-1 mb-3 text-[0.9375rem]">Setiap pembuat mendapat giliran tampil di sini.</p>
      <ul className="product-grid">
        {makers.map((maker) => (
          <li key={maker.slug} className="grid">
            <Link to={`/umkm/${maker.slug}`} className="card flex flex-col overflow-hidden">
              <Picture picture={maker.picture} sizes={SIZES} alt="" />
              <span className="flex grow flex-col p-3">
                <span className="line-clamp-2 leading-snug font-semibold">{maker.name}</span>
                <span className="muted mt-1 line-clamp-2 text-sm leading-snug">
                  {maker.product} · {maker.place}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
