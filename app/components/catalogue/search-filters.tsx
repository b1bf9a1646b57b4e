// The choices of the search page: one GET form, open on a desk, behind a switch on a phone; works without JavaScript.
import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { CheckField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import type { SearchRequest } from "#app/domain/catalogue/search-catalogue.server.ts";
import type { Choices } from "#app/domain/catalogue/search-choices.ts";
import { count } from "#app/lib/rupiah.ts";
import { countFilters, nearName, searchHref, unfiltered } from "#app/web/search-params.ts";
import { CategoryFacet, Facet, FacetFrame, NearFacet } from "./filter-fields.tsx";

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

type Props = { asked: SearchRequest; choices: Choices };

function Assurances({ asked, choices }: Props) {
  return (
    <div>
      <CheckField
        name="tersedia"
        label="Hanya yang tersedia"
        defaultChecked={asked.inStock}
        end={count(choices.inStock)}
      />
      <CheckField
        name="halal"
        label="Bersertifikat halal"
        defaultChecked={asked.halal}
        end={count(choices.halal)}
      />
    </div>
  );
}

export function SearchFilters({ asked, choices }: Props) {
  const set = countFilters(asked);
  const near = nearName(asked.near);
  const here = searchHref(asked);
  return (
    <div className="lg:w-72 lg:shrink-0">
      {/* the keys give a closed switch and fresh boxes after each search, also when a chip took one away */}
      <input key={`saring ${here}`} type="checkbox" id="saring" className="peer sr-only lg:hidden" />
      <label
        htmlFor="saring"
        className="chip w-full justify-center peer-checked:border-indigo peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-indigo lg:hidden"
      >
        <Icon name="sliders" size={18} />
        Saring{set > 0 ? ` (${set})` : ""}
      </label>
      <Form
        key={here}
        action="/produk"
        aria-label="Saringan"
        className="card card-pad mt-3 hidden space-y-3 peer-checked:block lg:mt-0 lg:block"
      >
        {asked.text ? <input type="hidden" name="q" value={asked.text} /> : null}
        {asked.sort !== "relevan" ? <input type="hidden" name="urut" value={asked.sort} /> : null}
        <Assurances asked={asked} choices={choices} />
        <CategoryFacet branches={choices.category} chosen={asked.category} />
        <NearFacet choices={choices.near} chosen={near ? [near] : []} back={here} />
        <Facet title="Dibuat di" name="kabupaten" choices={choices.regency} chosen={asked.regency} />
        <Facet title="Harga" name="kisaran" choices={choices.priceBand} chosen={asked.priceBand ?? []} />
        <FacetFrame title="Harga sendiri">
          <div className="flex gap-2 pt-1 pb-2">
            <PriceField name="harga_min" label="paling rendah" value={asked.priceMin} />
            <PriceField name="harga_max" label="paling tinggi" value={asked.priceMax} />
          </div>
        </FacetFrame>
        <Facet title="Pembuat" name="penjual" choices={choices.seller} chosen={asked.seller} />
        <Button wide>Terapkan</Button>
        {set > 0 ? (
          <Link to={searchHref(unfiltered(asked))} className="link tap w-full justify-center">
            Hapus semua saringan
          </Link>
        ) : null}
      </Form>
    </div>
  );
}
