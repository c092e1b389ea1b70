import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Exception,
  type Template,
} from "../../modules/delivery-window"
import { refuseUnstorable } from "../../refusals"
import { refuseWrongChange } from "./check-change"
import { makeAhead } from "./windows-for-order"

/** A change of what windows are made from; without an id, it is added. */
export type ChangeOfWindows =
  | {
      kind: "save_template"
      template: Omit<Template, "id"> & { id?: string }
    }
  | { kind: "remove_template"; id: string }
  | {
      kind: "save_exception"
      exception: Omit<Exception, "id"> & { id?: string }
    }
  | { kind: "remove_exception"; id: string }

/** What a change has led to. */
export type ChangedWindows = {
  /** Of the template or the exception; null if there was none to remove. */
  id: string | null
  /**
   * Bookings that are over the capacity now, the last booked first. Each keeps
   * its place, and gets a task to agree on another window: the next ticks open
   * them, the last booked first.
   */
  over: Booking[]
}

const changeDeliveryWindowsStep = createStep(
  "change-delivery-windows",
  async (change: ChangeOfWindows, { container }) => {
    refuseUnstorable(change)
    await refuseWrongChange(change, container)
    const id = await write(change, container)
    const over = id === null ? [] : await makeAhead(container)
    return new StepResponse<ChangedWindows>({ id, over })
  }
)

/**
 * Changes what windows are made from, and the windows that are made already:
 * those without a booking are made anew, booked ones keep their time. Nobody is
 * evicted where the capacity shrinks.
 *
 * @throws Refusal that names each wrong field, and NOT_FOUND for an unknown id
 */
export const changeWindowsWorkflow = createWorkflow(
  { name: "follow-ups-change-windows" },
  (input: ChangeOfWindows) =>
    new WorkflowResponse(changeDeliveryWindowsStep(input))
)

async function write(
  change: ChangeOfWindows,
  container: MedusaContainer
): Promise<string | null> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  switch (change.kind) {
    case "save_template":
      return (await windows.saveTemplate(change.template)).id
    case "save_exception":
      return (await windows.saveException(change.exception)).id
    case "remove_template":
      return (await windows.removeTemplate(change.id)) ? change.id : null
    case "remove_exception":
      return (await windows.removeException(change.id)) ? change.id : null
  }
}
