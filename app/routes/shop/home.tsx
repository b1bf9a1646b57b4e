import { ShopPage } from "#app/components/ui/shop-page.tsx";

export default function Home() {
  return (
    <ShopPage>
      <h1>Buatan Lampung, diantar warung tetangga.</h1>
    </ShopPage>
  );
}
