import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { compileCalendar } from "../../../../../business-time"
import {
  applyingCalendar,
  EXAMPLE_FACTS,
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  isVisible,
  renderText,
  type Task,
} from "../../../../../modules/follow-up"
import { clockOf } from "../../../../../clock"
import { userOf } from "../../actor"
import { visibleTo } from "../../visible-to"
import { orderToReadOut } from "../../[id]/call-sheet/order-to-read-out"
import { orderToPreview } from "../order-to-preview"
import { scriptCustomer } from "../script-customer"
import { factsIn, promisedAt, type ScriptSituation } from "../script-facts"
import type { AdminFollowUpScriptPreviewResponse } from "../types"
import type { PreviewScript } from "../validators"
import { whoSpeaks } from "../who-speaks"

/** A script that is being written, as it reads on a real order. */
export const POST = async (
  request: AuthenticatedMedusaRequest<PreviewScript>,
  response: MedusaResponse<AdminFollowUpScriptPreviewResponse>
) => {
  const { scope, validatedBody } = request
  const { text, locale, order_id } = validatedBody
  const now = clockOf(scope).now()
  const id = await orderToPreview(order_id, scope)
  const situation = id ? await situationOf(id, request, now) : null
  const rendered = renderText(
    text,
    situation ? factsIn(situation)(locale) : EXAMPLE_FACTS
  )
  response.json({
    preview: {
      text: rendered.text ?? "",
      faults: rendered.faults,
      order: situation?.order
        ? { id: situation.order.id, display_id: situation.order.display_id }
        : null,
    },
    now: now.toISOString(),
  })
}

async function situationOf(
  order_id: string,
  request: Pick<AuthenticatedMedusaRequest, "auth_context" | "scope">,
  now: Date
): Promise<ScriptSituation> {
  const { scope: container } = request
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [order_id] })
  const visible_to = await visibleTo(request)
  const task = latest(tasks.filter((each) => isVisible(each, visible_to)))
  const calendar = await shopCalendar(followUp, now)
  return {
    ...(await whoSpeaks(userOf(request), container)),
    customer: await scriptCustomer(task, order_id, container),
    order: await orderToReadOut(order_id, container),
    order_display_id: null,
    // Where nobody was told anything, a call when the shop opens stands for it.
    promised_at:
      (task && promisedAt(task, now)) ??
      compileCalendar(calendar).nextOpening(now),
    shop_time_zone: calendar.time_zone,
    now,
  }
}

async function shopCalendar(followUp: FollowUpModuleService, now: Date) {
  const book = await followUp.readRuleBook(now)
  const nothing = {
    type: "",
    sales_channel_id: null,
    stock_location_id: null,
    region_id: null,
  }
  return applyingCalendar(nothing, null, book).calendar.definition
}

function latest(tasks: Task[]): Task | null {
  const [task] = [...tasks].sort(
    (one, other) => other.opened_at.getTime() - one.opened_at.getTime()
  )
  return task ?? null
}
