import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { clockOf } from "../../clock"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { Refusal, refuseUnstorable } from "../../refusals"
import { type LineOfOrder, linesOfOrders } from "../../shop/ordered-lines"
import { placesOfLines } from "../../shop/places"
import { loadVariants } from "../../shop/stock"
import { byUser, noteChange } from "./note-change"
import { noticeShortages } from "./notice"

export type ReportShortageInput = {
  order_id: string
  line_item_id: string
  /** Units of the line that are there, of those that are yet to be packed. */
  quantity_found: number
  reason?: string | null
  /**
   * Whether the stock level becomes what was found, or at least that if nothing
   * is missing. What is short then follows from the level, for this order and the
   * others that wait for the item.
   */
  correct_stock?: boolean
  /** The user who reports; null for a program. */
  actor_id: string | null
}

/** A stock level with what it is to become. */
type Level = {
  inventory_item_id: string
  location_id: string
  stocked_quantity: number
}

/** What a report does before others see it. */
const NOTICES_FOR_MS = 2_000

const checkShortageReportStep = createStep(
  "check-shortage-report",
  async (input: ReportShortageInput, { container }) => {
    refuseUnstorable(input)
    const line = await lineToReport(input, container)
    const level = input.correct_stock
      ? await levelToCorrect(input, line, container)
      : null
    return new StepResponse({
      levels: level ? [level] : [],
      ordered: line.ordered,
      units: input.correct_stock ? 0 : line.outstanding - input.quantity_found,
    })
  }
)

const keepShortageReportStep = createStep(
  "keep-shortage-report",
  async (
    {
      input,
      ordered,
      units,
    }: { input: ReportShortageInput; ordered: number; units: number },
    { container }
  ) => {
    const shortage = container.resolve(SHORTAGE_MODULE)
    const now = clockOf(container).now()
    const id = await shortage.keepReport(
      {
        order_id: input.order_id,
        line_item_id: input.line_item_id,
        quantity_found: input.quantity_found,
        ordered,
        units,
        reason: input.reason ?? null,
        corrected_stock: input.correct_stock ?? false,
        actor_id: input.actor_id,
      },
      now
    )
    await shortage.markDirty([{ entity: "order", id: input.order_id }], now)
    await noticeShortages(container, NOTICES_FOR_MS)
    if (input.correct_stock && input.reason) {
      // Nothing is short by the report itself, so that it has ended.
      await noteChange(
        input.order_id,
        {
          change: "stock_corrected",
          note: input.reason,
          by: byUser(input.actor_id),
          key: id,
        },
        container
      )
    }
    return new StepResponse({ id })
  }
)

/**
 * Reports how many units of an order's line are on the shelf. The rest is short
 * until a later report finds it; if the stock level is corrected, until stock
 * arrives. For a variant whose stock is not counted, this is the only way to
 * say so.
 *
 * @throws NOT_FOUND for an unknown order or line, NOT_ALLOWED if nothing more is
 * to be sent of it or its level cannot be corrected, and INVALID_DATA if more
 * was found than is to be sent
 */
export const reportShortageWorkflow = createWorkflow(
  { name: "follow-ups-report-shortage" },
  (input: ReportShortageInput) => {
    const checked = checkShortageReportStep(input)
    when({ checked }, ({ checked }) => checked.levels.length > 0).then(() => {
      updateInventoryLevelsWorkflow.runAsStep({
        input: transform({ checked }, ({ checked }) => ({
          updates: checked.levels,
        })),
      })
    })
    return new WorkflowResponse(
      keepShortageReportStep({
        input,
        ordered: transform({ checked }, ({ checked }) => checked.ordered),
        units: transform({ checked }, ({ checked }) => checked.units),
      })
    )
  }
)

async function lineToReport(
  { order_id, line_item_id, quantity_found }: ReportShortageInput,
  container: MedusaContainer
): Promise<LineOfOrder> {
  const lines = await linesOfOrders([order_id], container)
  const line = lines.find(({ id }) => id === line_item_id)
  if (!line) {
    throw new Refusal("line_not_found", { id: line_item_id, order_id }, [
      "line_item_id",
    ])
  }
  const { outstanding, order_ended } = line
  if (outstanding === 0 || order_ended) {
    throw new Refusal("nothing_to_send", {})
  }
  if (quantity_found > outstanding) {
    throw new Refusal("found_too_many", { was: quantity_found, outstanding }, [
      "quantity_found",
    ])
  }
  return line
}

/**
 * What the shelf holds is told by what was found for a line of a single item
 * only, at a single place.
 *
 * @returns null if what was found says nothing against the level
 */
async function levelToCorrect(
  { quantity_found }: ReportShortageInput,
  { id, variant_id, outstanding }: LineOfOrder,
  container: MedusaContainer
): Promise<Level | null> {
  const variants = await loadVariants(variant_id ? [variant_id] : [], container)
  const variant = variants.get(variant_id ?? "")
  const [place, ...others] = await placesOfLines([id], container)
  if (!variant?.managed || !place || others.length > 0) {
    throw new Refusal("stock_not_corrected", {}, ["correct_stock"])
  }
  const { inventory_item_id, location_id } = place
  const required = variant.required_quantities.get(inventory_item_id) ?? 1
  const found = quantity_found * required
  // Whoever has found all that they need has not counted the rest, and goods may
  // come in at this moment.
  return quantity_found === outstanding && found <= place.stocked
    ? null
    : { inventory_item_id, location_id, stocked_quantity: found }
}
