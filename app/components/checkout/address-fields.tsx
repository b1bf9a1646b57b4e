// Where somebody lives within their village, as the checkout and a corrected address ask for it.
import type { Problem } from "#app/web/reply.server.ts";
import { CheckField, Field } from "../ui/field.tsx";

type Props = {
  readonly problem: Problem["problem"] | undefined;
  /** what is known so far */
  readonly known?: {
    readonly street: string;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly landmark: string | null;
  };
};

/** Street, neighbourhood and landmark. */
export function StreetFields({ problem, known }: Props) {
  return (
    <>
      <Field
        label="Jalan dan nomor rumah"
        name="alamat"
        autoComplete="street-address"
        required
        maxLength={200}
        placeholder="Jl. Pramuka No. 12"
        defaultValue={known?.street}
        problem={problem}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="RT"
          name="rt"
          inputMode="numeric"
          maxLength={3}
          placeholder="004"
          defaultValue={known?.rt ?? undefined}
          problem={problem}
        />
        <Field
          label="RW"
          name="rw"
          inputMode="numeric"
          maxLength={3}
          placeholder="002"
          defaultValue={known?.rw ?? undefined}
          problem={problem}
        />
      </div>
      <Field
        label="Patokan"
        name="patokan"
        optional
        maxLength={200}
        placeholder="depan musala Al-Ikhlas"
        defaultValue={known?.landmark ?? undefined}
        problem={problem}
      />
    </>
  );
}

/** What the one who rides out has to know: the address, and whether a PIN can be read out there. */
export function AddressFields({ problem }: Pick<Props, "problem">) {
  return (
    <>
      <StreetFields problem={problem} />
      <CheckField
        name="tanpa_hp"
        defaultChecked={problem?.values.tanpa_hp === "ya"}
        label={
          <>
            Penerima tidak memegang HP
            <span className="muted block text-sm">Nama dan foto menggantikan PIN.</span>
          </>
        }
      />
    </>
  );
}
