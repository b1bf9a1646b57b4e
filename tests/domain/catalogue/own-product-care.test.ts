import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { addProductPhoto } from "#app/domain/catalogue/add-product-photo.server.ts";
import { arrangePhotos, arrangeProductPhotos } from "#app/domain/catalogue/arrange-product-photos.server.ts";
import { changeMany } from "#app/domain/catalogue/change-many.server.ts";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { copyProduct } from "#app/domain/catalogue/copy-product.server.ts";
import { createProduct } from "#app/domain/catalogue/create-product.server.ts";
import { deleteDraftProduct } from "#app/domain/catalogue/delete-draft-product.server.ts";
import { editProduct } from "#app/domain/catalogue/edit-product.server.ts";
import { findOwnProduct } from "#app/domain/catalogue/find-own-product.server.ts";
import { hideProduct } from "#app/domain/catalogue/hide-product.server.ts";
import type { ProductInput, VariantInput } from "#app/domain/catalogue/product-input.ts";
import { showProduct } from "#app/domain/catalogue/show-product.server.ts";
import { type BadInput, NotFound } from "#app/lib/errors.ts";
import { aMarket, aProduct } from "#tests/factories/market.ts";
import { aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const { siti, yuni } = await aMarket(db);
let running = 0;

const aVariant = (row: number, changes: Partial<VariantInput> = {}): VariantInput => ({
  row,
  id: null,
  label: `${250 * (row + 1)} g`,
  sku: "",
  price: 18_000,
  weightGrams: 250,
  stock: 10,
  seenStock: 0,
  remove: false,
  ...changes,
});

const anInput = (changes: Partial<ProductInput> = {}): ProductInput => ({
  name: `Dodol Durian ${++running}`,
  category: "keripik",
  description: "Legit",
  districtCode: "18.71.01",
  pirt: null,
  halal: null,
  bpom: null,
  variants: [aVariant(0), aVariant(1)],
  ...changes,
});

const own = (slug: string) => findOwnProduct(db, siti.seller, { slug });

async function inputOf(slug: string): Promise<ProductInput> {
  const product = await own(slug);
  return {
    name: product.name,
    category: product.category_slug,
    description: product.description,
    districtCode: product.made_in_district_code,
    pirt: product.pirt,
    halal: product.halal,
    bpom: product.bpom,
    variants: product.variants.map((variant, row) =>
      aVariant(row, {
        id: variant.id,
        label: variant.label,
        sku: variant.sku,
        price: variant.price,
        stock: variant.stock,
        seenStock: variant.stock,
      }),
    ),
  };
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: BadInput) => error.fields,
  );
const photo = (colour: string) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

describe("a new product", () => {
  it("is a draft with its pack sizes, each with a number of its own", async () => {
    const { slug } = await createProduct(
      siti.seller,
      db,
      anInput({ variants: [aVariant(0), aVariant(1, { label: "250 g" })] }),
    );
    const product = await own(slug);
    expect([product.status, product.public]).toEqual(["draft", false]);
    expect(product.variants.map(({ sku }) => sku)).toEqual(["250-G", "250-G-2"]);
  });

  it("is refused field by field", async () => {
    const wrong = await errorOf(
      createProduct(
        siti.seller,
        db,
        anInput({
          category: "mobil",
          pirt: "206187101123420",
          variants: [aVariant(0, { price: 5, sku: "A" }), aVariant(1, { sku: "A" })],
        }),
      ),
    );
    expect(Object.keys(wrong ?? {}).sort()).toEqual(["harga_0", "kategori", "pirt", "sku_1"]);
    expect(await errorOf(createProduct(siti.seller, db, anInput({ variants: [] })))).toHaveProperty("ukuran");
  });

  it("cannot have the name of another of the same seller", async () => {
    const input = anInput();
    await createProduct(siti.seller, db, input);
    expect(await errorOf(createProduct(siti.seller, db, input))).toHaveProperty("nama");
    await createProduct(yuni.seller, db, input);
  });
});

describe("a product that is changed", () => {
  it("may swap its numbers, lose a size and gain one", async () => {
    const { slug } = await createProduct(siti.seller, db, anInput());
    const input = await inputOf(slug);
    const [a, b] = input.variants as [VariantInput, VariantInput];
    await editProduct(siti.seller, db, {
      slug,
      input: { ...input, variants: [{ ...a, sku: b.sku }, { ...b, sku: a.sku }, aVariant(2)] },
    });
    expect((await own(slug)).variants.map(({ sku }) => sku)).toEqual([b.sku, a.sku, "750-G"]);
    const again = await inputOf(slug);
    await editProduct(siti.seller, db, {
      slug,
      input: { ...again, variants: again.variants.map((v, row) => ({ ...v, remove: row === 0 })) },
    });
    expect((await own(slug)).variants).toHaveLength(2);
  });

  it("does not overwrite a stock that an order took from meanwhile, unless it was left alone", async () => {
    const { slug, variantId } = await aProduct(db, siti, { stock: 20 });
    const seen = await inputOf(slug);
    await aPlacedOrder(db, [{ item: { variantId }, quantity: 2 }]);
    await editProduct(siti.seller, db, { slug, input: { ...seen, description: "Baru" } });
    expect((await own(slug)).variants[0]!.stock).toBe(18);
    const typed = { ...seen, variants: [{ ...seen.variants[0]!, stock: 25 }] };
    expect((await errorOf(editProduct(siti.seller, db, { slug, input: typed })))?.stok_0).toContain(
      "tinggal 18",
    );
  });

  it("keeps a size that was ordered", async () => {
    const { slug, variantId } = await aProduct(db, siti);
    await aPlacedOrder(db, [{ item: { variantId }, quantity: 1 }]);
    const input = await inputOf(slug);
    const variants = [{ ...input.variants[0]!, remove: true }, aVariant(1)];
    expect(
      await errorOf(editProduct(siti.seller, db, { slug, input: { ...input, variants } })),
    ).toHaveProperty("hapus_0");
  });

  it("is its seller's alone", async () => {
    const { slug } = await createProduct(siti.seller, db, anInput());
    const input = await inputOf(slug);
    const foreign = { ...input, variants: [{ ...input.variants[0]! }] };
    await expect(editProduct(yuni.seller, db, { slug, input })).rejects.toThrow(NotFound);
    await expect(copyProduct(yuni.seller, db, { slug })).rejects.toThrow(NotFound);
    await expect(deleteDraftProduct(yuni.seller, db, { slug })).rejects.toThrow(NotFound);
    await expect(addProductPhoto(yuni.seller, db, { slug, bytes: await photo("red") })).rejects.toThrow(
      NotFound,
    );
    const theirs = await createProduct(yuni.seller, db, anInput());
    // another seller's size, smuggled into one's own form
    expect(
      await errorOf(editProduct(yuni.seller, db, { slug: theirs.slug, input: { ...foreign, name: "Lain" } })),
    ).toHaveProperty("ukuran");
  });
});

describe("copy and removal", () => {
  it("a copy is a draft with the same sizes and photos, without stock", async () => {
    const { slug } = await createProduct(siti.seller, db, anInput());
    await addProductPhoto(siti.seller, db, { slug, bytes: await photo("green") });
    const first = await own((await copyProduct(siti.seller, db, { slug })).slug);
    const second = await own((await copyProduct(siti.seller, db, { slug })).slug);
    expect(first.status).toBe("draft");
    expect(first.variants.map(({ stock, price }) => [stock, price])).toEqual([
      [0, 18_000],
      [0, 18_000],
    ]);
    expect(first.photos).toHaveLength(1);
    expect(second.name).not.toBe(first.name);
  });

  it("only a draft that was never ordered is removed", async () => {
    const { slug } = await createProduct(siti.seller, db, anInput());
    await deleteDraftProduct(siti.seller, db, { slug });
    await expect(own(slug)).rejects.toThrow(NotFound);
    const sold = await aProduct(db, siti);
    expect(await errorOf(deleteDraftProduct(siti.seller, db, { slug: sold.slug }))).toHaveProperty("hapus");
    await aPlacedOrder(db, [{ item: { variantId: sold.variantId }, quantity: 1 }]);
    await hideProduct(siti.seller, db, { productId: sold.productId });
    expect(await errorOf(deleteDraftProduct(siti.seller, db, { slug: sold.slug }))).toHaveProperty("hapus");
  });
});

describe("photos", () => {
  it("move, go, and never get lost", () => {
    expect(arrangePhotos([1, 2, 3], { mediaId: 3, to: "earlier" })).toEqual([1, 3, 2]);
    expect(arrangePhotos([1, 2, 3], { mediaId: 1, to: "earlier" })).toEqual([1, 2, 3]);
    expect(arrangePhotos([1, 2, 3], { mediaId: 1, to: "later" })).toEqual([2, 1, 3]);
    expect(arrangePhotos([1, 2, 3], { mediaId: 2, to: "gone" })).toEqual([1, 3]);
    expect(arrangePhotos([1, 2, 3], { order: [3, 9, 3, 1] })).toEqual([3, 1, 2]);
  });

  it("are at most six, and their order is kept", async () => {
    const { slug } = await createProduct(siti.seller, db, anInput());
    for (const colour of ["red", "green", "blue", "white", "black", "gold"]) {
      await addProductPhoto(siti.seller, db, { slug, bytes: await photo(colour) });
    }
    expect(
      await errorOf(addProductPhoto(siti.seller, db, { slug, bytes: await photo("pink") })),
    ).toHaveProperty("foto");
    const ids = (await own(slug)).photos.map(({ media_id }) => media_id);
    await arrangeProductPhotos(siti.seller, db, { slug, move: { order: [...ids].reverse() } });
    expect((await own(slug)).photos.map(({ media_id }) => media_id)).toEqual([...ids].reverse());
  });
});

describe("many at once", () => {
  it("writes only what was changed, all of it or nothing, with errors at their rows", async () => {
    const one = await aProduct(db, siti, { price: 10_000, stock: 5 });
    const two = await aProduct(db, siti, { price: 20_000, stock: 5 });
    const row = (variantId: number, price: number, stock: number, seenPrice: number) => ({
      variantId,
      price,
      stock,
      seenPrice,
      seenStock: 5,
    });
    await changeStock(siti.seller, db, { variantId: two.variantId, stock: 3, seenStock: 5 });
    const rows = [row(one.variantId, 11_000, 5, 10_000), row(two.variantId, 20_000, 9, 20_000)];
    const wrong = await errorOf(changeMany(siti.seller, db, { rows }));
    expect(wrong).toEqual({ [`stok_${two.variantId}`]: expect.stringContaining("tinggal 3") });
    expect((await own(one.slug)).variants[0]!.price).toBe(10_000);
    // a row that was left alone is not held back by what happened to it meanwhile
    const left = [rows[0]!, row(two.variantId, 20_000, 5, 20_000)];
    expect(await changeMany(siti.seller, db, { rows: left })).toEqual({ changed: 1 });
    expect((await own(one.slug)).variants[0]!.price).toBe(11_000);
    expect((await own(two.slug)).variants[0]!.stock).toBe(3);
  });

  it("knows no one else's", async () => {
    const { variantId } = await aProduct(db, siti, { price: 10_000, stock: 5 });
    const rows = [{ variantId, price: 1_000, seenPrice: 10_000, stock: 5, seenStock: 5 }];
    expect(await errorOf(changeMany(yuni.seller, db, { rows }))).toHaveProperty(`harga_${variantId}`);
  });
});

it("a product of a business that is not verified yet is shown to nobody, and to all once it is", async () => {
  const { slug } = await createProduct(siti.seller, db, anInput());
  await db.updateTable("umkm").set({ status: "submitted" }).where("id", "=", siti.id).execute();
  await showProduct(siti.seller, db, { productId: (await own(slug)).id });
  expect((await own(slug)).public).toBe(false);
  await db.updateTable("umkm").set({ status: "verified" }).where("id", "=", siti.id).execute();
  expect((await own(slug)).public).toBe(true);
});
