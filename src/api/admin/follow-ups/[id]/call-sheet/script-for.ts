import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  renderScript,
  scriptLanguage,
} from "../../../../../modules/follow-up/render-script"
import type { Task } from "../../../../../modules/follow-up/task"
import { peopleById } from "../../present-people"
import type { AdminFollowUpCallSheetResponse } from "../../types"

type Order = NonNullable<AdminFollowUpCallSheetResponse["call_sheet"]["order"]>

/** What the person who calls says, in their language. */
export async function scriptFor(
  task: Task,
  order: Order | null,
  { locale, user_id }: { locale: string; user_id: string | null },
  container: MedusaContainer
): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const people = await peopleById([user_id], container)
  const agent = user_id ? people.get(user_id) : undefined
  return renderScript(task.type, locale, {
    shop: store?.name ?? "",
    agent: agent && agent.name !== agent.email ? agent.name : "",
    customer: task.customer_name ?? "",
    order: {
      number: task.order_display_id === null ? "" : `${task.order_display_id}`,
      items: (order?.items ?? []).map(({ title, variant_title, quantity }) =>
        [
          variant_title ? `${title} (${variant_title})` : title,
          ...(quantity > 1 ? [`× ${quantity}`] : []),
        ].join(" ")
      ),
      total: order ? moneyIn(locale, order.total, order.currency_code) : "",
      delivery: (order?.shipping_methods ?? [])
        .map(({ name }) => name)
        .join(", "),
      address: (order?.shipping_address ?? []).slice(1).join(", "),
    },
  })
}

/** A currency that `Intl` does not know is written behind the amount. */
function moneyIn(locale: string, amount: number, currency: string): string {
  const language = scriptLanguage(locale)
  try {
    return new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).format(amount)
  } catch {
    return `${new Intl.NumberFormat(language).format(amount)} ${currency.toUpperCase()}`
  }
}
