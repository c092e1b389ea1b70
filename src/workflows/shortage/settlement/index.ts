import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

export type Deed =
  | {
      kind: "replace"
      units: number
      by: {
        variant_id: string
        quantity: number
        unit_price: number
        location_id: string
        hold_reservation_ids: string[]
      }[]
    }
  | { kind: "remove"; units: number }
  | { kind: "part_delivery"; units: number }
  | { kind: "wait"; until: Date | null }
  | { kind: "other_location"; location_id: string }

export type SettlementInput = {
  order_id: string
  line_item_id: string
  actor_id: string | null
  offer_id?: string | null
  deed: Deed
}

export type SettlementWarning = { code: string } & Record<string, unknown>

export type Settlement = {
  order_id: string
  change_id: string | null
  total_before: number
  total_after: number
  currency_code: string
  money: { kind: "none" | "due" | "refund_due" | "collect"; amount: number }
  warnings: SettlementWarning[]
}

export async function previewSettlement(
  input: SettlementInput,
  _container: MedusaContainer
): Promise<Settlement> {
  return {
    order_id: input.order_id,
    change_id: null,
    total_before: 0,
    total_after: 0,
    currency_code: "uah",
    money: { kind: "none", amount: 0 },
    warnings: [],
  }
}

const step = createStep(
  "settle-shortage-interim",
  async (input: SettlementInput, { container }) =>
    new StepResponse(await previewSettlement(input, container))
)

export const settleShortageWorkflow = createWorkflow(
  { name: "follow-ups-settle-shortage" },
  (input: SettlementInput) => new WorkflowResponse(step(input))
)
