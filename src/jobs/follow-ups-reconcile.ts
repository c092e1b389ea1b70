import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileWorkflow } from "../workflows/follow-up/reconcile"

/**
 * Repairs what lost events should have done, once a minute. Runs may overlap.
 */
export default async function reconcile(
  container: MedusaContainer
): Promise<void> {
  await reconcileWorkflow(container).run({
    input: { is_scheduled: true },
  })
}

export const config = {
  name: "follow-ups-reconcile",
  schedule: "* * * * *",
}
