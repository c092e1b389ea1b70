import type { SeededShop } from "../../demo/seed"
import type { TestShop } from "./test-shop"

/** Another sales channel with all products and a publishable key of its own. */
export async function openSalesChannel(
  shop: TestShop,
  name: string
): Promise<{ id: string; wares: SeededShop }> {
  const channel = await shop.post("/admin/sales-channels", { name }).expect(200)
  const id: string = channel.body.sales_channel.id
  const key = await shop
    .post("/admin/api-keys", { title: name, type: "publishable" })
    .expect(200)
  const { id: key_id, token } = key.body.api_key
  await shop
    .post(`/admin/api-keys/${key_id}/sales-channels`, { add: [id] })
    .expect(200)

  const locations = await shop.get("/admin/stock-locations").expect(200)
  for (const location of locations.body.stock_locations) {
    await shop
      .post(`/admin/stock-locations/${location.id}/sales-channels`, {
        add: [id],
      })
      .expect(200)
  }
  const products = await shop.get("/admin/products?fields=id").expect(200)
  await shop
    .post(`/admin/sales-channels/${id}/products`, {
      add: products.body.products.map((product: { id: string }) => product.id),
    })
    .expect(200)
  return { id, wares: { ...shop.wares, publishable_key: token } }
}
