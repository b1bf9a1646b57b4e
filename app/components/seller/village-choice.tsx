// A village by its name: what was typed is looked up, the ones like it are offered to choose from. One form, no JavaScript.
import type { Problem } from "#app/web/reply.server.ts";
import { ChoiceCard, Field } from "../ui/field.tsx";

export type VillageOption = {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly regency: string;
};

type Props = {
  readonly problem: Problem["problem"] | undefined;
  /** what the look-up found */
  readonly found: readonly VillageOption[];
  /** the one on record */
  readonly current?: VillageOption;
};

export function VillageChoice({ problem, found, current }: Props) {
  const options = found.length > 0 ? found : current ? [current] : [];
  const chosen = problem?.values.desa ?? (found.length === 1 ? found[0]!.code : current?.code);
  return (
    <div className="space-y-3">
      <Field
        label={current ? "Cari desa lain" : "Desa / kelurahan"}
        name="cari_desa"
        problem={problem}
        error={problem?.fields.desa}
        optional={current !== undefined}
        maxLength={80}
        autoComplete="off"
        placeholder="Misalnya: Kedaton"
        hint="Tulis namanya, lalu tekan tombol di bawah; kami tunjukkan desa yang cocok."
      />
      {options.length > 0 ? (
        <fieldset className="space-y-2">
          <legend className="mb-1.5 font-semibold">
            {found.length > 0 ? "Pilih desa yang benar" : "Desa / kelurahan"}
          </legend>
          {options.map((village) => (
            <ChoiceCard
              key={village.code}
              name="desa"
              value={village.code}
              title={village.name}
              note={`Kec. ${village.district}, ${village.regency}`}
              defaultChecked={village.code === chosen}
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
