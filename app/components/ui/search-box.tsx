// The search field of every shop page: a plain form, and with JavaScript a combobox with suggestions after the WAI-ARIA
// pattern (editable, list autocomplete, manual selection): arrows choose, Enter goes there, Escape closes.
import { Form, useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Suggestion } from "#app/domain/catalogue/suggestion.ts";
import { Icon, type IconName } from "./icon.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useSuggestions } from "./use-suggestions.ts";

const ICONS: Readonly<Record<Suggestion["kind"], IconName>> = {
  category: "list",
  staple: "basket",
  product: "package",
  seller: "store",
};
const KINDS: Readonly<Record<Suggestion["kind"], string>> = {
  category: "",
  staple: "sembako, ",
  product: "",
  seller: "pembuat, ",
};

/** The active option stays in sight of a list that scrolls. */
function Option({
  id,
  item,
  active,
  choose,
}: {
  id: string;
  item: Suggestion;
  active: boolean;
  choose: () => void;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as the pattern asks
    <li
      ref={row}
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: options of a listbox are list items
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={choose}
      className={`flex min-h-12 cursor-pointer items-center gap-3 px-4 py-1.5 ${active ? "bg-indigo-soft" : "hover:bg-paper"}`}
    >
      <Icon name={ICONS[item.kind]} size={20} className="text-ink-2" />
      <span className="min-w-0">
        <span className="block leading-snug font-semibold">{item.label}</span>
        <span className="muted block truncate text-sm">
          <span className="sr-only">, </span>
          {KINDS[item.kind]}
          {item.note}
        </span>
      </span>
    </li>
  );
}

export function SearchBox({ q, id }: { readonly q?: string; readonly id: string }) {
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const { found, suggest } = useSuggestions();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { items } = found;
  const shows = isOpen && items.length > 0;
  const optionId = (index: number) => `${id}-saran-${index}`;

  function close(): void {
    setOpen(false);
    setAt(-1);
  }

  function choose(item: Suggestion | undefined): void {
    if (!item) return;
    close();
    navigate(item.to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && shows) {
      // else the browser would empty the field at once
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && shows && at >= 0) {
      event.preventDefault();
      choose(items[at]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && items.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // one place more than there are: behind the last comes the field itself
      const places = items.length + 1;
      setOpen(true);
      setAt((before) => ((before + 1 + step + places) % places) - 1);
    }
  }

  const combobox = {
    role: "combobox",
    "aria-expanded": shows,
    "aria-controls": `${id}-saran`,
    "aria-autocomplete": "list",
    "aria-activedescendant": shows && at >= 0 ? optionId(at) : undefined,
    onKeyDown,
    onBlur: close,
    onFocus: () => setOpen(true),
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      setOpen(true);
      setAt(-1);
      suggest(event.currentTarget.value);
    },
  } as const;

  return (
    <Form action="/produk" role="search" className="relative" onSubmit={close}>
      <label htmlFor={id} className="sr-only">
        Cari produk
      </label>
      <input
        key={q}
        id={id}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={120}
        placeholder="Cari keripik, kopi, beras …"
        autoComplete="off"
        className="h-12 w-full rounded-control bg-white pr-4 pl-12 text-ink placeholder:text-ink-2"
        {...(hydrated ? combobox : {})}
      />
      <button
        type="submit"
        className="absolute top-0.5 left-0.5 grid size-11 place-items-center rounded-xl text-ink-2"
        aria-label="Cari"
      >
        <Icon name="search" />
      </button>
      {hydrated ? (
        <>
          <ul
            id={`${id}-saran`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the pattern asks
            role="listbox"
            aria-label="Saran"
            hidden={!shows}
            // a tap must not take the focus, which would close the list before it chose
            onMouseDown={(event) => event.preventDefault()}
            className="absolute inset-x-0 top-full z-30 mt-1 max-h-[60dvh] overflow-y-auto rounded-card border border-line bg-white py-1 text-ink shadow-lg"
          >
            {shows
              ? items.map((item, index) => (
                  <Option
                    key={item.to}
                    id={optionId(index)}
                    item={item}
                    active={index === at}
                    choose={() => choose(item)}
                  />
                ))
              : null}
          </ul>
          <p role="status" className="sr-only">
            {shows ? `${items.length} saran. Pilih dengan panah atas dan bawah.` : ""}
          </p>
        </>
      ) : null}
    </Form>
  );
}
