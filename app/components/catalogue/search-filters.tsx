// The choices of the search page: one GET form, open on a desk, behind a switch on a phone; works without JavaScript.
import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { CheckField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import type { SearchRequest } from "#app/domain/catalogue/search-catalogue.server.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { SORTS, searchHref } from "#app/web/search-params.ts";

export type Choice = { readonly value: string; readonly label: string; readonly count: number };
export type Choices = {
  readonly category: readonly Choice[];
  readonly regency: readonly Choice[];
  readonly seller: readonly Choice[];
};

const SHOWN = 6;

function Facet({
  title,
  name,
  choices,
  chosen,
}: {
  title: string;
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
}) {
  if (choices.length === 0) return null;
  const row = (choice: Choice) => (
    <CheckField
      key={choice.value}
      name={name}
      value={choice.value}
      label={choice.label}
      defaultChecked={chosen.includes(choice.value)}
      end={count(choice.count)}
    />
  );
  // what is chosen stays in sight
  const sorted = [...choices].sort(
    (a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)),
  );
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="float-left w-full font-bold">{title}</legend>
      <div className="clear-both">
        {sorted.slice(0, SHOWN).map(row)}
        {sorted.length > SHOWN ? (
          <details>
            <summary className="link tap list-none">{sorted.length - SHOWN} lagi</summary>
            {sorted.slice(SHOWN).map(row)}
          </details>
        ) : null}
      </div>
    </fieldset>
  );
}

function PriceField({ name, label, value }: { name: string; label: string; value: number | undefined }) {
  return (
    <label className="min-w-0 grow basis-0">
      <span className="muted block text-sm">{label}</span>
      <input
        name={name}
        inputMode="numeric"
        maxLength={12}
        defaultValue={value}
        placeholder="Rp"
        className="input"
      />
    </label>
  );
}

export function SearchFilters({ asked, choices }: { asked: SearchRequest; choices: Choices }) {
  const active = asked.category.length + asked.regency.length + asked.seller.length;
  const set =
    active +
    Number(asked.priceMin !== undefined || asked.priceMax !== undefined) +
    Number(asked.inStock ?? false);
  return (
    <div className="lg:w-64 lg:shrink-0">
      <input type="checkbox" id="saring" className="peer sr-only lg:hidden" />
      <label
        htmlFor="saring"
        className="chip w-full justify-center peer-checked:border-indigo peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-indigo lg:hidden"
      >
        <Icon name="sliders" size={18} />
        Saring{set > 0 ? ` (${set})` : ""}
      </label>
      {/* the key gives fresh boxes after each search, also when a chip took one away */}
      <Form
        key={searchHref(asked)}
        action="/produk"
        className="card card-pad mt-3 hidden space-y-3 peer-checked:block lg:mt-0 lg:block"
      >
        {asked.text ? <input type="hidden" name="q" value={asked.text} /> : null}
        <input type="hidden" name="urut" value={asked.sort} />
        <CheckField name="tersedia" value="ya" label="Hanya yang tersedia" defaultChecked={asked.inStock} />
        <fieldset className="border-t border-line pt-3 pb-1">
          <legend className="float-left mb-1 w-full font-bold">Harga</legend>
          <div className="clear-both flex gap-2">
            <PriceField name="harga_min" label="paling rendah" value={asked.priceMin} />
            <PriceField name="harga_max" label="paling tinggi" value={asked.priceMax} />
          </div>
        </fieldset>
        <Facet title="Jenis" name="kategori" choices={choices.category} chosen={asked.category} />
        <Facet title="Dibuat di" name="kabupaten" choices={choices.regency} chosen={asked.regency} />
        <Facet title="Pembuat" name="penjual" choices={choices.seller} chosen={asked.seller} />
        <Button wide>Terapkan</Button>
        {set > 0 ? (
          <Link
            to={searchHref({
              ...asked,
              category: [],
              regency: [],
              seller: [],
              priceMin: undefined,
              priceMax: undefined,
              inStock: undefined,
              page: 1,
            })}
            className="link tap w-full justify-center"
          >
            Hapus semua saringan
          </Link>
        ) : null}
      </Form>
    </div>
  );
}

/** The filters in force, each a chip that takes itself away. */
export function ActiveFilters({ asked, choices }: { asked: SearchRequest; choices: Choices }) {
  const first = { ...asked, page: 1 };
  const chips: { readonly label: string; readonly to: string }[] = [];
  for (const part of ["category", "regency", "seller"] as const) {
    for (const value of asked[part]) {
      const label = choices[part].find((choice) => choice.value === value)?.label ?? value;
      chips.push({
        label,
        to: searchHref({ ...first, [part]: asked[part].filter((other) => other !== value) }),
      });
    }
  }
  if (asked.priceMin !== undefined)
    chips.push({
      label: `mulai ${rupiah(asked.priceMin)}`,
      to: searchHref({ ...first, priceMin: undefined }),
    });
  if (asked.priceMax !== undefined)
    chips.push({
      label: `sampai ${rupiah(asked.priceMax)}`,
      to: searchHref({ ...first, priceMax: undefined }),
    });
  if (asked.inStock) chips.push({ label: "Tersedia", to: searchHref({ ...first, inStock: undefined }) });
  if (chips.length === 0) return null;
  return (
    <div className="chip-row mt-3">
      {chips.map((chip) => (
        <Chip key={chip.to} to={chip.to} remove>
          {chip.label}
        </Chip>
      ))}
    </div>
  );
}

/** One tap per order of results. */
export function SortChips({ asked }: { asked: SearchRequest }) {
  const sorts = Object.entries(SORTS) as [SearchRequest["sort"], string][];
  return (
    <nav aria-label="Urutan" className="chip-row">
      {sorts.map(([sort, label]) => (
        <Chip key={sort} to={searchHref({ ...asked, sort, page: 1 })} current={sort === asked.sort}>
          {sort === "relevan" && !asked.text ? "Beragam" : label}
        </Chip>
      ))}
    </nav>
  );
}
