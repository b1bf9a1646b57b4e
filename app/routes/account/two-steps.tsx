import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { RecoveryCodes, TotpOn, TotpSetup } from "#app/components/account/totp-parts.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { confirmTotp } from "#app/domain/accounts/confirm-totp.server.ts";
import { findSecondFactor } from "#app/domain/accounts/find-second-factor.server.ts";
import { mustHaveSecondFactor } from "#app/domain/accounts/needs-second-factor.ts";
import { prepareTotp } from "#app/domain/accounts/prepare-totp.server.ts";
import { renewRecoveryCodes } from "#app/domain/accounts/renew-recovery-codes.server.ts";
import { turnOffTotp } from "#app/domain/accounts/turn-off-totp.server.ts";
import { qrPath } from "#app/lib/qr.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { password, readForm, sixDigits } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Dua langkah · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, url }) => {
  const setup = await prepareTotp(db, actor);
  const { recoveryCodesLeft } = await findSecondFactor(db, actor);
  return {
    setup: setup ? { ...setup, qr: qrPath(setup.address) } : null,
    recoveryCodesLeft,
    isRequired: mustHaveSecondFactor(actor),
    next: localPath(url.searchParams.get("lanjut"), "") || "/akun",
  };
});

const Code = z.object({ kode: sixDigits });
const Password = z.object({ kata_sandi_lama: password });

export const action = acting(async ({ db, actor, form, request }) => {
  const intent = form.get("intent");
  if (intent === "matikan") {
    await turnOffTotp(actor, db, { password: readForm(form, Password).kata_sandi_lama });
    return redirect("/akun/dua-langkah?kabar=mati");
  }
  // shown in this very answer: nothing that could be asked for again holds them
  if (intent === "kode-baru") {
    return {
      codes: await renewRecoveryCodes(actor, db, { password: readForm(form, Password).kata_sandi_lama }),
    };
  }
  const sessionToken = readCookie(request, SESSION) ?? "";
  return { codes: await confirmTotp(actor, db, { code: readForm(form, Code).kode, sessionToken }) };
});

export default function TwoSteps() {
  const { setup, recoveryCodesLeft, isRequired, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = problemOf(answer);
  const [params] = useSearchParams();
  const codes = answer && "codes" in answer ? answer.codes : undefined;
  return (
    <ShopPage title="Dua langkah" back="/akun" narrow>
      <ProblemNotice problem={problem} />
      {codes ? (
        <RecoveryCodes codes={codes} next={next} />
      ) : setup ? (
        <>
          {params.get("kabar") === "mati" ? (
            <div className="mb-4">
              <Notice tone="info">Dua langkah sudah dimatikan. Masuk cukup dengan kata sandi.</Notice>
            </div>
          ) : null}
          <p className="muted mb-5">
            {isRequired
              ? "Petugas dinas masuk dengan kata sandi dan kode dari ponsel. Siapkan sekarang, sekali saja."
              : "Setelah kata sandi, kami meminta kode dari ponsel Anda. Yang tahu kata sandi saja tidak dapat masuk."}
          </p>
          <TotpSetup setup={setup} problem={problem} />
        </>
      ) : (
        <TotpOn
          codesLeft={recoveryCodesLeft}
          isRequired={isRequired}
          sent={problem?.values.intent}
          problem={problem}
        />
      )}
    </ShopPage>
  );
}
