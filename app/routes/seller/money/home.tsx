import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ComingFee } from "#app/components/settlement/coming-fee.tsx";
import { MoneyOwed, NotDue } from "#app/components/settlement/money-owed.tsx";
import { MoneyPage } from "#app/components/settlement/money-page.tsx";
import { SettlementList } from "#app/components/settlement/settlement-list.tsx";
import { TaxCard } from "#app/components/settlement/tax-card.tsx";
import { CardLink, Row } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { findComingFees } from "#app/domain/ledger/find-coming-fees.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { findYearlyTax } from "#app/domain/reports/find-yearly-tax.server.ts";
import { findAccount } from "#app/domain/settlement/find-account.server.ts";
import { findPayeeMoney } from "#app/domain/settlement/find-payee-money.server.ts";
import { now } from "#app/lib/clock.ts";
import { askedPage } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Uang · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, url }) => {
  const [work, payee, { account }, fees, tax] = await Promise.all([
    countSellerWork(db, actor),
    findPayeeMoney(db, actor, { as: "seller", page: askedPage(url) }),
    findAccount(db, actor, { as: "seller" }),
    findComingFees(db, now()),
    findYearlyTax(db, actor, now()),
  ]);
  return { work, ...payee, account, fees, tax, now: now() };
});

export default function SellerMoney() {
  const {
    work,
    money,
    notDue,
    settlements,
    page,
    hasMore,
    account,
    fees,
    tax,
    now: at,
  } = useLoaderData<typeof loader>();
  const last4 = account.bank_account_last4;
  return (
    <MoneyPage
      work={work}
      title="Uang"
      lead="Setiap Senin kami menyusun hasil penjualan yang sudah jatuh tempo."
    >
      <MoneyOwed money={money} who="usaha Anda" />
      {last4 ? null : (
        <Notice
          tone="late"
          title="Rekening belum diisi"
          action={
            <Link to="/penjual/uang/rekening" className="btn btn-filled">
              Isi rekening
            </Link>
          }
        >
          Tanpa rekening, uang Anda menunggu. Tidak ada yang hilang.
        </Notice>
      )}
      <ComingFee fees={fees} />
      <SettlementList settlements={settlements} page={page} hasMore={hasMore} path="/penjual/uang" />
      <NotDue rows={notDue} now={at} />
      <TaxCard tax={tax} />
      {last4 ? (
        <CardLink to="/penjual/uang/rekening">
          <Row
            icon="wallet"
            title="Rekening"
            note={`${account.bank} •••• ${last4}${account.bank_account_confirmed_at ? "" : " · sedang diperiksa petugas"}`}
          />
        </CardLink>
      ) : null}
    </MoneyPage>
  );
}
