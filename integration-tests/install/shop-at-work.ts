import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import type {
  AdminFollowUp,
  AdminFollowUpListParams,
  AdminFollowUpListResponse,
} from "../../src/api/admin/follow-ups/types"
import type { SeededShop } from "../../demo/seed"
import { placeOrder } from "../../demo/shopper/order"
import { until } from "../shop/until"
import { fillShop } from "./fill-shop"
import { owner } from "./install-plugin"

const shopper = {
  email: "olena@mail.example",
  first_name: "Олена",
  last_name: "Коваленко",
  phone: "067 123 45 67",
  country: "ua" as const,
  city: "Київ",
  street: "вул. Січових Стрільців, 21",
  postcode: "04053",
}

/** The store that the plugin was installed into, seen over HTTP alone. */
export class ShopAtWork {
  private constructor(
    private readonly url: string,
    readonly sdk: Medusa,
    private readonly wares: SeededShop
  ) {}

  /** Signs the owner in, who puts something on the shelf. */
  static async open(url: string): Promise<ShopAtWork> {
    const sdk = new Medusa({
      baseUrl: url,
      auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
    })
    await sdk.auth.login("user", "emailpass", owner)
    return new ShopAtWork(url, sdk, await fillShop(sdk.admin))
  }

  /** A checkout through the store API. */
  buy(): Promise<HttpTypes.StoreOrder> {
    return placeOrder({
      url: this.url,
      shop: this.wares,
      shopper,
      basket: this.wares.variant_ids.map((variant_id) => ({
        variant_id,
        title: "Kettle",
        quantity: 1,
      })),
    })
  }

  async tasks(query: AdminFollowUpListParams): Promise<AdminFollowUp[]> {
    const answer = await this.sdk.client.fetch<AdminFollowUpListResponse>(
      "/admin/follow-ups",
      { query }
    )
    return answer.follow_ups
  }

  /** The order's task, as soon as it is there. */
  taskOf(order_id: string): Promise<AdminFollowUp> {
    return until(async () => (await this.tasks({ order_id }))[0])
  }
}
