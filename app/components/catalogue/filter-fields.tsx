// The parts of the filter form: a list of boxes with counts, the kinds in their groups, and what is near the buyer.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { CheckField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import type { BranchChoice, Choice } from "#app/domain/catalogue/search-choices.ts";
import { count } from "#app/lib/rupiah.ts";

const SHOWN = 6;

export function FacetFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="float-left w-full font-bold">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  );
}

type BoxProps = { name: string; choice: Choice; chosen: readonly string[] };

function Box({ name, choice, chosen }: BoxProps) {
  return (
    <CheckField
      name={name}
      value={choice.value}
      label={choice.label}
      defaultChecked={chosen.includes(choice.value)}
      end={choice.count === undefined ? undefined : count(choice.count)}
    />
  );
}

type FacetProps = {
  title: string;
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
};

/** What is chosen stays in sight; more than a few are behind a switch. */
export function Facet({ title, name, choices, chosen }: FacetProps) {
  if (choices.length === 0) return null;
  const sorted =
    choices.length > SHOWN
      ? [...choices].sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)))
      : choices;
  const row = (choice: Choice) => <Box key={choice.value} name={name} choice={choice} chosen={chosen} />;
  return (
    <FacetFrame title={title}>
      {sorted.slice(0, SHOWN).map(row)}
      {sorted.length > SHOWN ? (
        <details>
          <summary className="link tap list-none">{sorted.length - SHOWN} lagi</summary>
          {sorted.slice(SHOWN).map(row)}
        </details>
      ) : null}
    </FacetFrame>
  );
}

/** Kinds in their groups; a group opens, and is open when something in it is chosen. */
export function CategoryFacet({
  branches,
  chosen,
}: {
  branches: readonly BranchChoice[];
  chosen: readonly string[];
}) {
  if (branches.length === 0) return null;
  return (
    <FacetFrame title="Jenis">
      {branches.map((branch) =>
        branch.kinds.length === 0 ? (
          <Box key={branch.value} name="kategori" choice={branch} chosen={chosen} />
        ) : (
          <details
            key={branch.value}
            open={[branch, ...branch.kinds].some(({ value }) => chosen.includes(value))}
            className="group"
          >
            <summary className="flex min-h-11 list-none items-center gap-3">
              <Icon
                name="chevron-right"
                size={20}
                className="group-open:rotate-90 motion-safe:transition-transform"
              />
              <span className="min-w-0 grow">{branch.label}</span>
              <span className="muted shrink-0 text-sm">{count(branch.count ?? 0)}</span>
            </summary>
            <div className="ml-2.5 border-l border-line pl-4">
              <Box name="kategori" choice={{ ...branch, label: `Semua ${branch.label}` }} chosen={chosen} />
              {branch.kinds.map((kind) => (
                <Box key={kind.value} name="kategori" choice={kind} chosen={chosen} />
              ))}
            </div>
          </details>
        ),
      )}
    </FacetFrame>
  );
}

/** Made in the buyer's own district or regency; without a village, the way to choose one. `back`: this page. */
export function NearFacet({
  choices,
  chosen,
  back,
}: {
  choices: readonly Choice[] | null;
  chosen: readonly string[];
  back: string;
}) {
  return (
    <FacetFrame title="Dibuat di dekat saya">
      {choices ? (
        choices.map((choice) => <Box key={choice.value} name="dekat" choice={choice} chosen={chosen} />)
      ) : (
        <Link to={`/lokasi?lanjut=${encodeURIComponent(back)}`} className="link tap">
          Pilih desa Anda dulu
        </Link>
      )}
    </FacetFrame>
  );
}
