import { asValue } from "@medusajs/framework/awilix"
import type { ExecArgs } from "@medusajs/framework/types"
import { FOLLOW_UP_CLOCK } from "../../../src/clock"
import { reconcileWorkflow } from "../../../src/workflows"

/** A walk of the reconciler in so many minutes. Run by `medusa exec`. */
export default async function walk({
  container,
  args: [minutes],
}: ExecArgs): Promise<void> {
  const later_ms = Number(minutes) * 60_000
  container.register(
    FOLLOW_UP_CLOCK,
    asValue({ now: () => new Date(Date.now() + later_ms) })
  )
  await reconcileWorkflow(container).run({ input: {} })
}
