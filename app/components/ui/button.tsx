// The one action of a screen (`kind="filled"`), what is secondary ("outlined"), dangerous ("danger") or says yes ("go").
// `<Button>` submits or acts and blocks a second tap while a form is on its way; `<ButtonLink to>` goes somewhere.
import { Link, useNavigation } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";

type Kind = "filled" | "outlined" | "danger" | "go";
type Look = { readonly kind?: Kind; readonly small?: boolean; readonly wide?: boolean };

function look({ kind = "filled", small, wide }: Look, more = ""): string {
  return `btn btn-${kind}${small ? " btn-small" : ""}${wide ? " w-full" : ""}${more ? ` ${more}` : ""}`;
}

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** said while the form is on its way, such as "Memesan…" */
    readonly busyText?: string;
    /** overrides the guess from the navigation, for fetcher forms */
    readonly busy?: boolean;
  };

export function Button({ kind, small, wide, busy, busyText, className, children, ...rest }: ButtonProps) {
  const navigation = useNavigation();
  const type = rest.type ?? "submit";
  // Any post on its way blocks every submit button of the page: a hurried second tap is almost never meant.
  const posting =
    navigation.state !== "idle" && navigation.formMethod !== undefined && navigation.formMethod !== "GET";
  const blocked = busy ?? (type === "submit" && posting);
  return (
    <button
      {...rest}
      type={type}
      className={look({ kind, small, wide }, className)}
      disabled={blocked || rest.disabled}
      aria-busy={blocked || undefined}
    >
      {blocked && busyText ? busyText : children}
    </button>
  );
}

type ButtonLinkProps = Look & {
  readonly to: string;
  readonly className?: string;
  /** true for addresses outside the app (`https:`, `tel:`) and for files */
  readonly plain?: boolean;
  readonly children: ReactNode;
};

export function ButtonLink({ to, plain, className, children, ...rest }: ButtonLinkProps) {
  const classes = look(rest, className);
  if (plain) {
    return (
      <a href={to} className={classes} rel="noopener">
        {children}
      </a>
    );
  }
  return (
    <Link to={to} className={classes}>
      {children}
    </Link>
  );
}
