// Chosen with the order: what happens with something that turns out to be missing when nobody answers.
import { MISSING_CHOICES } from "#app/domain/orders/missing-choices.ts";
import { ChoiceCard } from "../ui/field.tsx";

/** The three choices at checkout; `typed` after a form that was not accepted. */
export function MissingChoices({ typed }: { readonly typed: string | undefined }) {
  const chosen = typed !== undefined && typed in MISSING_CHOICES ? typed : "drop";
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 text-lg font-extrabold tracking-tight">
        Kalau ada barang yang ternyata habis
      </legend>
      <p className="muted">Kami tanya Anda dulu. Ini berlaku bila Anda tidak sempat menjawab.</p>
      {Object.entries(MISSING_CHOICES).map(([value, { title, note }]) => (
        <ChoiceCard
          key={value}
          name="bila_habis"
          value={value}
          title={title}
          note={note}
          defaultChecked={value === chosen}
        />
      ))}
    </fieldset>
  );
}

/** The same, as the order's page repeats it. */
export function MissingChoiceNote({ choice }: { readonly choice: string }) {
  const { title } = MISSING_CHOICES[choice as keyof typeof MISSING_CHOICES] ?? MISSING_CHOICES.drop;
  return (
    <p className="muted my-4 text-[0.9375rem]">
      Kalau ada barang yang ternyata habis, kami tanya Anda. Tanpa jawaban: {title.toLowerCase()}.
    </p>
  );
}
