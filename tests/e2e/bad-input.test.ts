import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEDATON } from "../factories/market.ts";
import { type App, startApp } from "../support/app.ts";
import { type Answer, Visitor } from "../support/request.ts";

/** What nobody should send, sent: a sentence with what to do next, and nothing else changes. */
let app: App;
let variant: { id: number; price: number; stock: number };

beforeAll(async () => {
  app = await startApp();
  variant = await app.db
    .selectFrom("variant as v")
    .innerJoin("product as p", "p.id", "v.product_id")
    .select(["v.id", "v.price", "v.stock"])
    .where("p.slug", "=", "keripik-pisang-cokelat-dapur-bu-siti")
    .orderBy("v.id")
    .executeTakeFirstOrThrow();
});
afterAll(() => app?.stop());

/** How many carts' pieces and orders there are, and what is left of the goods. */
async function state() {
  const count = async (table: "order" | "cart_line" | "offer") =>
    (
      await app.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow()
    ).count;
  const { stock } = await app.db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variant.id)
    .executeTakeFirstOrThrow();
  return { orders: await count("order"), lines: await count("cart_line"), stock };
}

async function changesNothing(act: () => Promise<Answer>): Promise<Answer> {
  const before = await state();
  const answer = await act();
  expect(await state()).toEqual(before);
  expect(answer.status).toBeLessThan(500);
  return answer;
}

const add = (changes: Record<string, string> = {}) => ({
  intent: "tambah",
  varian: String(variant.id),
  jumlah: "2",
  ...changes,
});

/** Somebody in Kedaton with two packs in the cart. */
async function buyer(): Promise<Visitor> {
  const visitor = new Visitor(app.url);
  visitor.cookies.set("desa", KEDATON);
  expect((await visitor.post("/keranjang", add())).status).toBe(302);
  return visitor;
}

describe("amounts", () => {
  it.each(["0", "-1", "1000000", "1e9", "dua", "1.5", "😀"])(
    "refuses to put %s pieces in a cart",
    async (jumlah) => {
      const visitor = new Visitor(app.url);
      const answer = await changesNothing(() => visitor.post("/keranjang", add({ jumlah })));
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(/Jumlah/);
    },
  );

  it("refuses a thing that is not sold", async () => {
    const visitor = new Visitor(app.url);
    for (const varian of ["999999999", "abc", "99999999999999999999", "-5"]) {
      const answer = await changesNothing(() => visitor.post("/keranjang", add({ varian })));
      expect([404, 422]).toContain(answer.status);
      expect(answer.text).toMatch(/tidak menemukan|tidak|Pilih/);
    }
  });
});

describe("villages", () => {
  it("does not take an unknown one", async () => {
    const visitor = new Visitor(app.url);
    const answer = await changesNothing(() => visitor.post("/lokasi", { desa: "99.99.99.9999" }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Desa ini tidak ada dalam daftar Lampung");
    expect(visitor.cookies.has("desa")).toBe(false);
  });

  it.each(["18.99.99.9999", "%E0%A4%A", "<script>", "'; drop table village; --", "x".repeat(4_000)])(
    "shows every page as to a newcomer when the cookie says %s",
    async (desa) => {
      const visitor = new Visitor(app.url);
      visitor.cookies.set("desa", desa.replaceAll(";", "%3B"));
      for (const path of ["/", "/produk", "/keranjang", "/lokasi"]) {
        const answer = await visitor.get(path);
        expect(answer.status, path).toBe(200);
        expect(answer.text).not.toContain("<script>'");
      }
      const checkout = await visitor.get("/checkout");
      expect(checkout.location).toMatch(/^\/lokasi/);
    },
  );
});

describe("cookies", () => {
  it.each(["x", "%", "0".repeat(3_000), "☃", "null"])(
    "takes %s for no cart and no session",
    async (value) => {
      const visitor = new Visitor(app.url);
      const sent = encodeURI(value).replace("%25", "%");
      for (const name of ["keranjang", "sesi", "isi"]) visitor.cookies.set(name, sent);
      expect((await visitor.get("/")).status).toBe(200);
      expect((await visitor.get("/keranjang")).text).toContain("Keranjang masih kosong");
      expect((await visitor.get("/operator")).location).toMatch(/^\/masuk/);
    },
  );
});

describe("a checkout", () => {
  it("says what is sold out in the meantime", async () => {
    const visitor = await buyer();
    const form = await visitor.checkoutForm();
    await app.db.updateTable("variant").set({ stock: 0 }).where("id", "=", variant.id).execute();
    const answer = await changesNothing(() => visitor.post("/checkout", form));
    await app.db.updateTable("variant").set({ stock: variant.stock }).where("id", "=", variant.id).execute();
    expect(answer.status).toBe(409);
    expect(answer.text).toMatch(/habis|berubah/);
    expect(answer.text).toContain("Belum ada yang dipesan.");
    expect(answer.text).toContain("Jl. Pramuka No. 12");
  });

  it("says when a price has changed", async () => {
    const visitor = await buyer();
    const form = await visitor.checkoutForm();
    const price = variant.price + 500;
    await app.db.updateTable("variant").set({ price }).where("id", "=", variant.id).execute();
    const answer = await changesNothing(() => visitor.post("/checkout", form));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Harga atau isi keranjang baru saja berubah.");
    expect(answer.text).toContain("Jl. Pramuka No. 12");
    const seen = await visitor.checkoutForm();
    expect((await visitor.post("/checkout", seen)).location).toMatch(/^\/pesanan\//);
  });

  it("sent twice is one order", async () => {
    const visitor = await buyer();
    const form = await visitor.checkoutForm();
    const before = await state();
    const [first, second] = await Promise.all([
      visitor.post("/checkout", form),
      visitor.post("/checkout", form),
    ]);
    const third = await visitor.post("/checkout", form);
    expect(first.location).toMatch(/^\/pesanan\/.+\?k=/);
    expect(second.location).toBe(first.location);
    expect(third.location).toBe(first.location);
    expect((await state()).orders).toBe(before.orders + 1);
    expect((await state()).stock).toBe(before.stock - 2);
  });

  it.each([
    ["nama", ""],
    ["nama", "x".repeat(200)],
    ["no_hp", "021-555"],
    ["no_hp", "😀"],
    ["alamat", ""],
    ["rt", "empat"],
    ["kunci", "bukan-kunci"],
  ])("keeps what was typed when %s is %s", async (field, value) => {
    const visitor = await buyer();
    const form = await visitor.checkoutForm({ [field]: value });
    const answer = await changesNothing(() => visitor.post("/checkout", form));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("depan musala Al-Ikhlas");
  });

  it("shows HTML in a name as the letters it is", async () => {
    const visitor = await buyer();
    const nama = `<script>alert(1)</script><b>"Rina"`;
    const placed = await visitor.post("/checkout", await visitor.checkoutForm({ nama }));
    const page = await visitor.get(placed.location ?? "");
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("<script>alert(1)");
    expect(page.text).toContain("&lt;script&gt;alert(1)");
  });
});

describe("an order of somebody else", () => {
  it("is not there without its secret", async () => {
    const visitor = await buyer();
    const { location } = await visitor.post("/checkout", await visitor.checkoutForm());
    const [path = "", secret = ""] = (location ?? "").split("?k=");
    expect((await visitor.get(`${path}?k=${secret}`)).status).toBe(200);
    const stranger = new Visitor(app.url);
    const guesses = [
      path,
      `${path}?k=`,
      `${path}?k=salah`,
      `${path}?k=${secret}x`,
      "/pesanan/LL-TAKADA?k=x",
      "/pesanan/%F0",
    ];
    for (const guess of guesses) {
      const answer = await stranger.get(guess);
      expect([400, 404], guess).toContain(answer.status);
      expect(answer.text).toMatch(/tidak menemukan|tidak dapat dibaca|tidak ada/);
      expect(answer.text).not.toContain("Rina");
    }
    const cancel = await changesNothing(() => stranger.post(`${path}?k=salah`, { intent: "batal" }));
    expect(cancel.status).toBe(404);
    const operator = await stranger.get(path.replace("/pesanan", "/operator/pesanan"));
    expect(operator.location).toMatch(/^\/masuk/);
  });
});

describe("searches", () => {
  /** What an address leads to: an untidy one to its tidy form, and that to the page. */
  async function landed(path: string) {
    const visitor = new Visitor(app.url);
    const answer = await visitor.get(path);
    return answer.location ? visitor.get(answer.location) : answer;
  }

  it.each([
    "😀🍌",
    "موز",
    "香蕉",
    "%00",
    "'",
    "\\",
    "<img src=x onerror=alert(1)>",
    "a".repeat(5_000),
    "   ",
  ])("answers %s", async (q) => {
    const answer = await landed(`/produk?q=${encodeURIComponent(q)}`);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("<img src=x");
  });

  it.each([
    "halaman=-1",
    "halaman=0",
    "halaman=999999",
    "halaman=abc",
    "halaman=1e99",
    "urut=xyz&kategori=tak-ada",
    "kabupaten=99",
    "dari=-5&sampai=abc",
    "umkm=%00",
  ])("answers ?%s", async (query) => {
    const answer = await landed(`/produk?${query}`);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).toContain("Lapak Lampung");
  });
});

describe("the door", () => {
  it("refuses a form from another site", async () => {
    const visitor = await buyer();
    const foreign = { Origin: "https://jahat.example" };
    const answer = await changesNothing(() => visitor.post("/keranjang", add(), foreign));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("Permintaan ini datang dari situs lain");
  });

  it("refuses 10 MB", async () => {
    const visitor = new Visitor(app.url);
    const answer = await changesNothing(() =>
      visitor.post("/keranjang", add({ catatan: "x".repeat(10_000_000) })),
    );
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("Kiriman ini terlalu besar");
  });

  it("has a page for an address that leads nowhere", async () => {
    const answer = await new Visitor(app.url).get("/tidak-ada");
    expect(answer.status).toBe(404);
    expect(answer.text).toMatch(/tidak/);
  });
});
