// Delivered, or fetched at a warung: links that show the quote anew, so that the price is right before anything is typed.
import { Link } from "@remix-run/react";
import { distanceText } from "#app/lib/distance.ts";
import { Icon, type IconName } from "../ui/icon.tsx";

type Place = {
  readonly slug: string;
  readonly name: string;
  readonly address: string;
  readonly distanceM: number | null;
  readonly openText: string;
};

type Props = {
  /** slug of the warung where it is fetched; null: delivered */
  readonly chosen: string | null;
  readonly places: readonly Place[];
};

function Way(props: {
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  readonly current: boolean;
}) {
  const { to, icon, title, note, current } = props;
  return (
    <Link
      to={to}
      preventScrollReset
      replace
      aria-current={current ? "true" : undefined}
      className={`card card-pad flex min-h-14 items-center gap-3 ${current ? "border-maroon shadow-[inset_0_0_0_1px_var(--color-maroon)]" : ""}`}
    >
      <Icon name={icon} />
      <span className="min-w-0 grow">
        <span className="block font-bold">{title}</span>
        <span className="muted block text-sm">{note}</span>
      </span>
      {current ? <Icon name="check" label="dipilih" className="text-maroon" /> : null}
    </Link>
  );
}

export function ReceivingChoice({ chosen, places }: Props) {
  if (places.length === 0 && chosen === null) return null;
  const nearest = places[0];
  return (
    <section aria-labelledby="cara-terima" className="mb-6">
      <h2 id="cara-terima" className="mb-2 text-lg">
        Cara terima
      </h2>
      <div className="grid gap-2 sm:grid-cols-2">
        <Way
          to="/checkout"
          icon="bike"
          title="Diantar"
          note="warung membawanya ke rumah"
          current={chosen === null}
        />
        {nearest ? (
          <Way
            to={`/checkout?ambil=${chosen ?? nearest.slug}`}
            icon="store"
            title="Ambil sendiri"
            note="di warung, tanpa ongkir"
            current={chosen !== null}
          />
        ) : null}
      </div>
      {chosen === null ? null : (
        <ul className="mt-3 space-y-2" aria-label="Warung tempat mengambil">
          {places.map((place) => (
            <li key={place.slug}>
              <Way
                to={`/checkout?ambil=${place.slug}`}
                icon="pin"
                title={place.name}
                note={[
                  place.address,
                  place.distanceM === null ? null : `${distanceText(place.distanceM)} dari Anda`,
                  place.openText,
                ]
                  .filter(Boolean)
                  .join(" · ")}
                current={place.slug === chosen}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
