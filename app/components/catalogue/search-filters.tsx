// The filters of the catalogue: one GET form, so that it works without JavaScript and every result has an address.
import { Form } from "@remix-run/react";
import { SORTS } from "#app/web/search-params.ts";
import { Button } from "../ui/button.tsx";
import { CheckField, Field, SelectField } from "../ui/field.tsx";

export type FilterChoice = { readonly value: string; readonly label: string; readonly count: number };

type Props = {
  readonly text: string;
  readonly sort: string;
  readonly priceMin?: number;
  readonly priceMax?: number;
  readonly inStock: boolean;
  readonly groups: readonly {
    readonly name: string;
    readonly title: string;
    readonly choices: readonly FilterChoice[];
    readonly chosen: readonly string[];
  }[];
};

function Group({ group }: { readonly group: Props["groups"][number] }) {
  const isOpen = group.chosen.length > 0;
  if (group.choices.length === 0) return null;
  return (
    <details open={isOpen} className="border-t border-line pt-2">
      <summary className="tap cursor-pointer font-bold">{group.title}</summary>
      <div className="max-h-72 overflow-y-auto">
        {group.choices.map((choice) => (
          <CheckField
            key={choice.value}
            name={group.name}
            value={choice.value}
            label={choice.label}
            end={choice.count}
            defaultChecked={group.chosen.includes(choice.value)}
          />
        ))}
      </div>
    </details>
  );
}

export function SearchFilters({ text, sort, priceMin, priceMax, inStock, groups }: Props) {
  return (
    <Form
      action="/produk"
      className="space-y-3"
      key={JSON.stringify([text, sort, priceMin, priceMax, inStock, groups.map((group) => group.chosen)])}
    >
      <input type="hidden" name="q" value={text} />
      <SelectField
        label="Urutkan"
        name="urut"
        defaultValue={sort}
        options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))}
      />
      {groups.map((group) => (
        <Group key={group.name} group={group} />
      ))}
      <div className="grid grid-cols-2 gap-3 border-t border-line pt-3">
        <Field
          label="Harga dari"
          name="harga_min"
          inputMode="numeric"
          placeholder="Rp0"
          defaultValue={priceMin}
        />
        <Field label="sampai" name="harga_max" inputMode="numeric" placeholder="Rp" defaultValue={priceMax} />
      </div>
      <CheckField name="tersedia" label="Hanya yang ada stok" defaultChecked={inStock} />
      <Button kind="outlined" wide>
        Terapkan
      </Button>
    </Form>
  );
}
