// How many: a number field with − and +. In a cart give `steps` (name and values of the submit buttons), which work
// without JavaScript; on other forms − and + only change the field, and appear once the script runs.
import { useRef } from "react";
import { Icon } from "./icon.tsx";
import { useHydrated } from "./use-hydrated.ts";

type Props = {
  readonly name?: string;
  readonly label?: string;
  readonly defaultValue?: number;
  readonly min?: number;
  readonly max?: number;
  readonly steps?: { readonly name: string; readonly minus: string; readonly plus: string };
  readonly form?: string;
};

const SIDE = "grid w-10 shrink-0 md:w-11 place-items-center self-stretch";

export function Quantity({
  name = "jumlah",
  label = "Jumlah",
  defaultValue = 1,
  min = 1,
  max = 999,
  steps,
  form,
}: Props) {
  const field = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const move = (by: number) => {
    const input = field.current;
    if (input) input.value = String(Math.min(max, Math.max(min, (Number(input.value) || 0) + by)));
  };
  const side = (by: 1 | -1) => {
    const word = by === 1 ? "Tambah" : "Kurangi";
    const icon = <Icon name={by === 1 ? "plus" : "minus"} size={18} />;
    if (steps) {
      return (
        <button
          form={form}
          type="submit"
          name={steps.name}
          value={by === 1 ? steps.plus : steps.minus}
          className={SIDE}
          aria-label={word}
        >
          {icon}
        </button>
      );
    }
    return (
      <button
        type="button"
        className={`${SIDE}${hydrated ? "" : " invisible"}`}
        aria-label={word}
        onClick={() => move(by)}
      >
        {icon}
      </button>
    );
  };
  return (
    <div className="flex h-12 w-30 md:w-36 shrink-0 items-center rounded-control border border-line-strong bg-white">
      {side(-1)}
      <input
        ref={field}
        form={form}
        type="number"
        inputMode="numeric"
        name={name}
        aria-label={label}
        defaultValue={defaultValue}
        min={min}
        max={max}
        className="no-spin h-full w-0 grow bg-transparent text-center font-bold"
      />
      {side(1)}
    </div>
  );
}
