// Labelled form fields: `Field` (one line), `AreaField` (several lines), `SelectField`, `CheckField`, `ChoiceCard` (radio).
// Pass the action's `problem`: the field then shows its own error and keeps what was typed.
import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from "react";
import type { Problem } from "#app/web/reply.server.ts";

type Shared = {
  readonly label: string;
  readonly name: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly problem?: Problem["problem"];
  /** says "(boleh kosong)" after the label */
  readonly optional?: boolean;
};

type Wiring = {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
};

function useField({ name, hint, error, problem }: Shared) {
  const id = useId();
  const wrong = error ?? problem?.fields[name];
  const described = [hint ? `${id}-h` : "", wrong ? `${id}-e` : ""].filter(Boolean).join(" ");
  const wiring: Wiring = {
    id,
    name,
    "aria-invalid": wrong ? true : undefined,
    "aria-describedby": described || undefined,
  };
  return { id, wrong, wiring, typed: problem?.values[name] };
}

function Frame({
  shared,
  id,
  wrong,
  children,
}: {
  shared: Shared;
  id: string;
  wrong?: string;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {shared.label}
        {shared.optional ? <span className="muted font-normal"> (boleh kosong)</span> : null}
      </label>
      {children}
      {shared.hint ? (
        <p id={`${id}-h`} className="muted mt-1 text-sm">
          {shared.hint}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${id}-e`} className="mt-1 text-sm font-semibold text-clay-ink">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}

type FieldProps = Shared & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">;

export function Field({ label, name, hint, error, problem, optional, className, ...input }: FieldProps) {
  const shared = { label, name, hint, error, problem, optional };
  const { id, wrong, wiring, typed } = useField(shared);
  return (
    <Frame shared={shared} id={id} wrong={wrong}>
      <input
        {...input}
        {...wiring}
        defaultValue={typed ?? input.defaultValue}
        className={`input ${className ?? ""}`}
        required={input.required}
      />
    </Frame>
  );
}

type AreaProps = Shared & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id">;

export function AreaField({ label, name, hint, error, problem, optional, className, ...area }: AreaProps) {
  const shared = { label, name, hint, error, problem, optional };
  const { id, wrong, wiring, typed } = useField(shared);
  return (
    <Frame shared={shared} id={id} wrong={wrong}>
      <textarea
        rows={4}
        {...area}
        {...wiring}
        defaultValue={typed ?? area.defaultValue}
        className={`input ${className ?? ""}`}
      />
    </Frame>
  );
}

type SelectProps = Shared & {
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly disabled?: boolean;
  }[];
  readonly defaultValue?: string;
  /** shown first, stands for "not chosen" */
  readonly prompt?: string;
};

export function SelectField({ options, defaultValue, prompt, ...shared }: SelectProps) {
  const { id, wrong, wiring, typed } = useField(shared);
  return (
    <Frame shared={shared} id={id} wrong={wrong}>
      <select {...wiring} defaultValue={typed ?? defaultValue ?? ""} className="input">
        {prompt !== undefined ? <option value="">{prompt}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type CheckProps = {
  readonly name: string;
  readonly value?: string;
  readonly label: ReactNode;
  readonly defaultChecked?: boolean;
  /** a number or note at the end of the line */
  readonly end?: ReactNode;
};

export function CheckField({ name, value = "ya", label, defaultChecked, end }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        className="size-5 shrink-0"
      />
      <span className="min-w-0 grow">{label}</span>
      {end !== undefined ? <span className="muted shrink-0 text-sm">{end}</span> : null}
    </label>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly value: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly icon?: ReactNode;
  readonly defaultChecked?: boolean;
  readonly disabled?: boolean;
};

/** A radio button as a whole card (looks/3): put several with one `name` into a `<fieldset>`. */
export function ChoiceCard({ name, value, title, note, icon, defaultChecked, disabled }: ChoiceProps) {
  return (
    <label className="card card-pad flex min-h-14 items-center gap-3 has-checked:border-maroon has-checked:shadow-[inset_0_0_0_1px_var(--color-maroon)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo">
      {icon}
      <span className="min-w-0 grow">
        <span className="block font-bold">{title}</span>
        {note ? <span className="muted block text-sm">{note}</span> : null}
      </span>
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        disabled={disabled}
        className="size-5 shrink-0 outline-none"
      />
    </label>
  );
}
