import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverEventsStep } from "../desk/deliver-outbox"
import {
  lookBack,
  type LookBackInput,
  type LookedBack,
} from "../desk/reconciler/look-back"

const lookBackStep = createStep(
  "look-back",
  async (input: LookBackInput, { container }) =>
    new StepResponse(await lookBack(input, container))
)

/**
 * Opens what orders and customers of the last days should have opened and did
 * not, such as after an absence of the plugin; one part of it, see
 * `LookedBack`.
 */
export const lookBackWorkflow = createWorkflow(
  { name: "follow-ups-look-back" },
  (input: LookBackInput) => {
    const done = lookBackStep(input)
    deliverEventsStep(done.event_ids)
    return new WorkflowResponse(
      transform(done, ({ looked_at, records, types, next }): LookedBack => ({
        looked_at,
        records,
        types,
        next,
      }))
    )
  }
)
