import { describe, expect, it } from "vitest";
import { countFilters, isTidy, readSearch, searchHref, unfiltered } from "#app/web/search-params.ts";

const read = (query: string) => readSearch(new URLSearchParams(query));

describe("the address of a search", () => {
  it("is read back as it was written", () => {
    const query =
      "q=keripik+pisang&kategori=keripik&kategori=kue&kabupaten=18.71&penjual=dapur-bu-siti&harga_min=5000&harga_max=90000&tersedia=ya&urut=termurah&halaman=3";
    expect(searchHref(read(query).asked)).toBe(`/produk?${query}`);
  });

  it("leaves out what is usual, so that one search has one address", () => {
    expect(searchHref(read("q=&urut=relevan&harga_min=&harga_max=&halaman=1").asked)).toBe("/produk");
  });

  it("takes prices as people write them and turns swapped ones round", () => {
    const { asked } = read("harga_min=Rp90.000&harga_max=12 500");
    expect([asked.priceMin, asked.priceMax]).toEqual([12_500, 90_000]);
    expect(read("harga_min=murah").asked.priceMin).toBeUndefined();
    expect(read("harga_min=-5").asked.priceMin).toBeUndefined();
  });

  it.each(["-1", "0", "1.5", "abc", "999999", "1e3", " 2"])(
    "gives the first page for page %s, and says so",
    (page) => {
      const { asked, isOddPage } = read(`halaman=${encodeURIComponent(page)}`);
      expect(asked.page).toBe(1);
      expect(isOddPage).toBe(true);
    },
  );

  it("finds nothing odd about no page, an empty one, or a real one", () => {
    expect([read(""), read("halaman="), read("halaman=2")].map(({ isOddPage }) => isOddPage)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("leaves out choices that cannot be: codes, slugs, orders, and names every object has", () => {
    const { asked } = read(
      "kategori=<script>&kabupaten=31.71&penjual=A%20B&urut=constructor&tersedia=mungkin",
    );
    expect(asked).toMatchObject({ category: [], regency: [], seller: [], sort: "relevan", inStock: false });
  });

  it("bounds what it takes: 20 choices, 120 letters", () => {
    const many = Array.from({ length: 50 }, (_, at) => `penjual=toko-${at}`).join("&");
    const { asked } = read(`q=${"a".repeat(5_000)}&${many}`);
    expect(asked.seller).toHaveLength(20);
    expect(asked.text).toHaveLength(120);
  });

  it("keeps Arabic and emoji in the text", () => {
    expect(read(`q=${encodeURIComponent("قهوة ☕")}`).asked.text).toBe("قهوة ☕");
  });
});

describe("every choice of a search", () => {
  const query =
    "q=kopi&kategori=kopi&kabupaten=18.04&penjual=kopi-wong&kisaran=10-25&kisaran=250-&harga_min=5000&harga_max=90000&halal=ya&dekat=kecamatan&tersedia=ya&urut=terdekat&halaman=2";

  it("is in its address, and read back from it", () => {
    const { asked } = read(query);
    expect(asked).toMatchObject({
      priceBand: ["10-25", "250-"],
      halal: true,
      near: "district",
      sort: "terdekat",
    });
    expect(searchHref(asked)).toBe(`/produk?${query}`);
    expect(countFilters(asked)).toBe(9);
    expect(searchHref(unfiltered(asked))).toBe("/produk?q=kopi&urut=terdekat");
  });

  it("has one order, whatever order it was made in, and counts once", () => {
    const { asked } = read(
      "kisaran=250-&kisaran=10-25&kisaran=1-2&kategori=kue&kategori=keripik&kategori=kue&dekat=kecamatan&dekat=kabupaten",
    );
    expect(searchHref(asked)).toBe(
      "/produk?kategori=keripik&kategori=kue&kisaran=10-25&kisaran=250-&dekat=kabupaten",
    );
  });

  it.each([
    ["q=kopi&halaman=2", true],
    ["halaman=2&q=kopi", true],
    ["kategori=kue&kategori=keripik", true],
    ["q=kopi&utm_source=wa", true],
    ["q=kopi&harga_min=&harga_max=", false],
    ["urut=relevan", false],
    ["kategori=kue&kategori=kue", false],
    ["harga_min=12.500", false],
    ["q=+kopi", false],
    ["dekat=sini", false],
  ])("is tidy or not: %s", (params, tidy) => {
    expect(isTidy(new URLSearchParams(params), read(params).asked)).toBe(tidy);
  });
});
