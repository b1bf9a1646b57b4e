// One-tap choice among a few (looks/5: Ada | Sedikit | Habis). Each part is a submit button of the surrounding form,
// so it works without JavaScript: `<Segmented name="ketersediaan" value="ada" options={[{value, label, tone}]} label="Beras" />`.

const TONES = {
  good: "bg-leaf text-white",
  gold: "bg-gold-bright text-ink",
  late: "bg-clay text-white",
  plain: "bg-indigo text-white",
} as const;

type Option = { readonly value: string; readonly label: string; readonly tone?: keyof typeof TONES };
type Props = {
  readonly name: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  /** what is being set, for screen readers */
  readonly label: string;
};

export function Segmented({ name, value, options, label }: Props) {
  return (
    <fieldset
      aria-label={label}
      className="flex min-w-0 shrink-0 overflow-hidden rounded-xl border border-line-strong bg-white"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="submit"
          name={name}
          value={option.value}
          aria-pressed={option.value === value}
          className={`min-h-11 px-3 text-[0.9375rem] font-semibold -outline-offset-2 ${option.value === value ? TONES[option.tone ?? "plain"] : "hover:bg-paper"}`}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
