import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAK_BUDI } from "#db/seed/cast.ts";
import { type App, startApp } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import {
  aPhone,
  chooseKedaton,
  codeOf,
  goToCheckout,
  logIn,
  pinOf,
  placeOrder,
  putInCart,
  putStapleInCart,
} from "../support/shopper.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Cloth from Pesawaran takes days, rice is on the shelf: two deliveries, told before the buyer pays. */
describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("rice and far-away cloth, $how", ({ javaScript }) => {
  let buyer: Page;
  let operator: Page;
  let first = "";

  beforeAll(async () => {
    buyer = (await aPhone(browser, app.url, { javaScript })).page;
    operator = (await aPhone(browser, app.url, { javaScript })).page;
    await buyer.goto("/lokasi");
    await chooseKedaton(buyer);
  });
  afterAll(async () => {
    await buyer.context().close();
    await operator.context().close();
  });

  it("show both promises and what the way to the warung costs, already in the cart", async () => {
    await putInCart(buyer, "selendang-tapis-pucuk-rebung-tapis-ratu-negeri-katon");
    await putStapleInCart(buyer, "Beras Medium", 2);
    await buyer.goto("/keranjang");
    const delivery = buyer.getByRole("region", { name: "Diantar ke Kedaton" });
    await delivery.getByText("Kirim ke warung").waitFor();
    expect(await delivery.getByRole("listitem").count()).toBe(2);
    await delivery.getByText("2 kali antar").waitFor();
  });

  it("are ordered with one form and tracked on two pages that know each other", async () => {
    await goToCheckout(buyer);
    await expect.poll(() => buyer.getByRole("region", { name: /^Tiba / }).count()).toBe(2);
    first = await placeOrder(buyer);
    expect(await pinOf(buyer)).toMatch(/^\d{4}$/);
    await buyer.getByText("Antaran lain dari belanja ini").click();
    await buyer.waitForURL(
      (url) => url.pathname !== `/pesanan/${first}` && url.pathname.startsWith("/pesanan/"),
    );
    await buyer.getByText("Selendang Tapis").first().waitFor();
    expect(codeOf(buyer)).not.toBe(first);
  });

  it("reach one and the same warung", async () => {
    const second = codeOf(buyer);
    await logIn(operator, PAK_BUDI.mobile);
    for (let asked = 0; asked < 2; asked++) {
      await expect
        .poll(
          async () => {
            await operator.goto("/operator");
            return operator.getByRole("button", { name: "Terima pesanan" }).count();
          },
          { timeout: 60_000, interval: 500 },
        )
        .toBeGreaterThan(0);
      await operator.getByRole("button", { name: "Terima pesanan" }).first().click();
      await operator.waitForURL("**/operator/pesanan/**");
    }
    const orders = await app.db
      .selectFrom("order")
      .innerJoin("warung", "warung.id", "order.warung_id")
      .select(["order.status", "warung.name"])
      .where("code", "in", [first, second])
      .execute();
    expect(orders).toEqual([
      { status: "accepted", name: "Warung Pak Budi" },
      { status: "accepted", name: "Warung Pak Budi" },
    ]);
  });
});
