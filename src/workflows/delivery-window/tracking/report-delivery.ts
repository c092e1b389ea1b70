import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  DELIVERY_WINDOW_MODULE,
  type Report,
  type TakenReport,
} from "../../../modules/delivery-window"
import { tellCustomers } from "../messages/outbox"
import { judgingNow } from "./judging-now"
import { syncDelays } from "./sync-delays"

/**
 * Takes what was seen of orders on their way: keeps each report once, lets its
 * booking follow it, and tells the desk and the customer what follows from it.
 * A report that is older than what is known changes nothing.
 *
 * @returns what became of each, in their order
 */
export async function reportDelivery(
  reports: readonly Report[],
  container: MedusaContainer
): Promise<TakenReport[]> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const taken: TakenReport[] = []
  for (const report of reports) {
    taken.push(await module.takeReport(report, judgingNow(container)))
  }
  if (taken.some(({ is_news }) => is_news)) {
    await syncDelays(container)
    await tellCustomers(container)
  }
  return taken
}

const reportDeliveryStep = createStep(
  "report-delivery",
  async (input: ReportDeliveryInput, { container }) =>
    new StepResponse(
      await reportDelivery(input.reports.map(withDates), container)
    )
)

/** Moments may have become texts on their way to the step. */
function withDates(report: Report): Report {
  const asDate = (at: Date | null) => (at === null ? null : new Date(at))
  return {
    ...report,
    observed_at: new Date(report.observed_at),
    expected_at: asDate(report.expected_at),
    delivered_at: asDate(report.delivered_at),
  }
}

export type ReportDeliveryInput = { reports: Report[] }

/**
 * Takes what couriers, carriers or the shop's own code have seen of orders on
 * their way. Of two reports about one order, the one that was seen later is
 * right, in whatever order they arrive.
 *
 * @returns what became of each, in their order
 */
export const reportDeliveryWorkflow = createWorkflow(
  { name: "follow-ups-report-delivery" },
  (input: ReportDeliveryInput) =>
    new WorkflowResponse(reportDeliveryStep(input))
)
