// The page where the six digits that were sent to a number are typed, with a way to have them sent again.
import { Form, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { CODE_MINUTES } from "#app/domain/accounts/code-rules.ts";
import { mobileText } from "#app/lib/mobile.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ShopPage } from "../ui/shop-page.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

function useSecondsLeft(from: number): number {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    setLeft(from);
    const until = Date.now() + from * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [from]);
  return left;
}

type ResendProps = {
  /** until another code may be sent */
  readonly waitSeconds: number;
  /** the page where the number is typed */
  readonly changeAt: string;
};

/** Without JavaScript the button is always there; the server keeps the minute. */
function ResendForm({ waitSeconds, changeAt }: ResendProps) {
  const left = useSecondsLeft(waitSeconds);
  const counting = useHydrated() && left > 0;
  return (
    <div className="mt-6">
      <p className="muted">
        Kode belum datang? Tunggu satu menit, lalu minta lagi. Yang berlaku selalu kode terbaru.
      </p>
      <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
        <Button kind="outlined" name="intent" value="ulang" disabled={counting} formNoValidate>
          {counting ? `Kirim ulang dalam ${left} detik` : "Kirim ulang kode"}
        </Button>
        <a href={changeAt} className="tap link">
          Ganti nomor
        </a>
      </Form>
    </div>
  );
}

type Props = {
  readonly title: string;
  /** the page where the number is typed */
  readonly back: string;
  readonly asked: { readonly mobile: string; readonly waitSeconds: number };
  readonly problem: Problem["problem"] | undefined;
  /** what the button says */
  readonly button: string;
  /** further fields */
  readonly children?: ReactNode;
};

export function CodePage({ title, back, asked, problem, button, children }: Props) {
  const [params] = useSearchParams();
  return (
    <ShopPage title={title} back={back} narrow>
      <p className="muted mb-5">
        Kami mengirim pesan berisi kode 6 angka ke{" "}
        <strong className="whitespace-nowrap text-ink">{mobileText(asked.mobile)}</strong>. Kode berlaku{" "}
        {CODE_MINUTES} menit.
      </p>
      <ProblemNotice problem={problem} />
      {params.get("kabar") === "terkirim" && !problem ? (
        <div className="mb-4">
          <Notice tone="good">Kode baru sudah dikirim. Pakai kode yang terbaru.</Notice>
        </div>
      ) : null}
      <Form method="post" className="card card-pad space-y-5">
        <Field
          label="Kode 6 angka"
          name="kode"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]*"
          maxLength={7}
          required
          className="text-center text-2xl font-extrabold tracking-[0.3em] tabular-nums"
          problem={problem}
        />
        {children}
        <Button wide busyText="Memeriksa…">
          {button}
        </Button>
      </Form>
      <ResendForm waitSeconds={asked.waitSeconds} changeAt={back} />
    </ShopPage>
  );
}
