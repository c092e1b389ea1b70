import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import type {
  AdminFollowUp,
  AdminFollowUpListParams,
  AdminFollowUpListResponse,
} from "../../src/api/admin/follow-ups/types"
import type { SeededShop } from "../../demo/seed"
import type { Shopper } from "../../demo/seed/people"
import { placeOrder } from "../../demo/shopper/order"
import { until } from "../shop/until"
import { fillShop } from "./fill-shop"
import { owner } from "./install-plugin"

const olena: Shopper = {
  email: "olena@mail.example",
  first_name: "Олена",
  last_name: "Коваленко",
  phone: "067 123 45 67",
  country: "ua",
  city: "Київ",
  street: "вул. Січових Стрільців, 21",
  postcode: "04053",
}

/** The store with the installed plugin, used over HTTP alone. */
export class ShopAtWork {
  private constructor(
    private readonly url: string,
    readonly sdk: Medusa,
    private readonly token: string,
    private readonly wares: SeededShop
  ) {}

  /** Signs the owner in and sets the shop up. */
  static async open(url: string): Promise<ShopAtWork> {
    const sdk = new Medusa({
      baseUrl: url,
      auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
    })
    const token = await sdk.auth.login("user", "emailpass", owner)
    if (typeof token !== "string") {
      throw new Error("The owner could not sign in with a password")
    }
    return new ShopAtWork(url, sdk, token, await fillShop(sdk.admin))
  }

  /** A checkout through the store API. */
  buy(quantity = 1, by: Partial<Shopper> = {}): Promise<HttpTypes.StoreOrder> {
    return placeOrder({
      url: this.url,
      shop: this.wares,
      shopper: { ...olena, ...by },
      basket: this.wares.variant_ids.map((variant_id) => ({
        variant_id,
        title: "Kettle",
        quantity,
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

  /** The order's task of a type, once it exists. */
  taskOf(order_id: string, type = "confirm_order"): Promise<AdminFollowUp> {
    return until(async () => (await this.tasks({ order_id, type: [type] }))[0])
  }

  /** The body of a refusal, of which the SDK keeps only the message. */
  async refusalOf(
    path: string,
    body: object
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${this.token}`,
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
}
