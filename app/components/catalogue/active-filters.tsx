// What is in force on a search page: the filters, each a chip that takes itself away, and the order of the results.
import { Chip } from "#app/components/ui/chip.tsx";
import type { SearchRequest } from "#app/domain/catalogue/search-catalogue.server.ts";
import type { Choices } from "#app/domain/catalogue/search-choices.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { nearName, SORTS, searchHref, unfiltered } from "#app/web/search-params.ts";

type FilterChip = { readonly label: string; readonly to: string };

function chipsOf(asked: SearchRequest, choices: Choices): FilterChip[] {
  const first = { ...asked, page: 1 };
  const names = {
    category: choices.category.flatMap((branch) => [branch, ...branch.kinds]),
    regency: choices.regency,
    seller: choices.seller,
    priceBand: choices.priceBand,
  };
  const lists = (["category", "regency", "seller", "priceBand"] as const).flatMap((part) =>
    (asked[part] ?? []).map((value) => ({
      label: names[part].find((choice) => choice.value === value)?.label ?? value,
      to: searchHref({ ...first, [part]: asked[part]?.filter((other) => other !== value) }),
    })),
  );
  const near = nearName(asked.near);
  const nearLabel = choices.near?.find((choice) => choice.value === near)?.label ?? near ?? "";
  const single: (FilterChip | false)[] = [
    asked.priceMin !== undefined && {
      label: `mulai ${rupiah(asked.priceMin)}`,
      to: searchHref({ ...first, priceMin: undefined }),
    },
    asked.priceMax !== undefined && {
      label: `sampai ${rupiah(asked.priceMax)}`,
      to: searchHref({ ...first, priceMax: undefined }),
    },
    near !== undefined && {
      label: `Di dekat saya: ${nearLabel}`,
      to: searchHref({ ...first, near: undefined }),
    },
    asked.halal === true && { label: "Halal", to: searchHref({ ...first, halal: undefined }) },
    asked.inStock === true && { label: "Tersedia", to: searchHref({ ...first, inStock: undefined }) },
  ];
  return [...lists, ...single.filter((chip) => chip !== false)];
}

export function ActiveFilters({ asked, choices }: { asked: SearchRequest; choices: Choices }) {
  const chips = chipsOf(asked, choices);
  if (chips.length === 0) return null;
  return (
    <nav aria-label="Saringan yang dipakai" className="chip-row mt-3">
      {chips.map((chip) => (
        <Chip key={chip.to} to={chip.to} remove>
          {chip.label}
        </Chip>
      ))}
      {chips.length > 1 ? (
        <Chip to={searchHref(unfiltered(asked))} remove="all">
          Hapus semua
        </Chip>
      ) : null}
    </nav>
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
