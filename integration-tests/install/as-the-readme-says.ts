import { Client } from "@medusajs/framework/pg"
import type { AdminFollowUpDetailResponse } from "../../src/api/admin/follow-ups/types"
import { until } from "../shop/until"
import type { Installation } from "./install-plugin"
import { codeBlock, readme, shopsOwnCode } from "./readme"
import type { ShopAtWork } from "./shop-at-work"

export function asTheReadmeSays(
  installation: () => Installation,
  shop: () => ShopAtWork
): void {
  const post = <Answer>(path: string, body: object) =>
    shop().sdk.client.fetch<Answer>(path, { method: "POST", body })

  it("runs the code that is shown", () => {
    for (const code of shopsOwnCode()) {
      expect(readme).toContain(code)
    }
  })

  it("lets the shop's own code open a task, once", async () => {
    const body = { form_id: "7", name: "Ivan", phone: "050 123 45 67" }
    const { ids } = await post<{ ids: string[] }>("/admin/call-me", body)

    expect(ids).toHaveLength(1)
    expect(await post("/admin/call-me", body)).toEqual({
      ids: [],
      reopened_ids: [],
      not_opened: [{ index: 0, reason: "known_key" }],
    })
    expect(await shop().tasks({ q: "Ivan" })).toMatchObject([
      { id: ids[0], phone_e164: "+380501234567" },
    ])
  })

  it("lets the shop's own code close a task, and tells its subscriber", async () => {
    const { id: order_id } = await shop().buy()
    await shop().taskOf(order_id)
    const confirmation = { order_id, message_id: "m1" }

    expect(await post("/admin/confirmed-in-messenger", confirmation)).toEqual({
      completed: 1,
    })
    expect(await shop().taskOf(order_id)).toMatchObject({
      status: "completed",
      outcome: "confirmed",
    })
    await until(async () => {
      const { order } = await shop().sdk.admin.order.retrieve(order_id)
      return order.metadata?.followed_up === true
    })
  })

  it("forgets a customer", async () => {
    const client = new Client({
      connectionString: installation().store.databaseUrl,
    })
    await client.connect()
    await client.query(codeBlock("sql", "with theirs"))
    await client.end()
    const [closed] = await shop().tasks({ status: ["completed"] })
    const detail = await shop().sdk.client.fetch<AdminFollowUpDetailResponse>(
      `/admin/follow-ups/${closed?.id}`
    )

    expect(detail.follow_up).toMatchObject({
      outcome: "confirmed",
      customer_name: null,
      email: null,
      phone: null,
      phone_e164: null,
    })
    expect(JSON.stringify(detail)).not.toMatch(/messenger|Коваленко|olena/)
  })
}
