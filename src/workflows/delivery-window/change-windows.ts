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
import { Refusal, refuseUnstorable } from "../../refusals"
import { orderNumbers } from "../../shop/order-numbers"
import { refuseWrongChange } from "./check-change"
import { tryWindows, type WindowRules } from "./make-windows"
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

/** What a change would lead to. */
export type TriedChange = {
  /**
   * Bookings that would be over the capacity, the last booked first; without an
   * order, a cart holds the place.
   */
  over: {
    booking_id: string
    order_id: string | null
    display_id: number | null
  }[]
}

/**
 * What a change would lead to; nothing is changed.
 *
 * @throws as `changeWindowsWorkflow`
 */
export async function tryChange(
  change: ChangeOfWindows,
  container: MedusaContainer
): Promise<TriedChange> {
  refuseUnstorable(change)
  await refuseWrongChange(change, container)
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  if (change.kind === "save_exception") {
    const double = await windows.findDoubleException(change.exception)
    if (double) {
      throw doubleOf(double)
    }
  }
  const date =
    change.kind === "save_exception" && change.exception.id === undefined
      ? { from: change.exception.date, to: change.exception.date }
      : null
  const over = await tryWindows(container, date, (rules) =>
    changed(rules, change)
  )
  const numbers = await orderNumbers(
    over.flatMap(({ order_id }) => order_id ?? []),
    container
  )
  return {
    over: over.map(({ id, order_id }) => ({
      booking_id: id,
      order_id,
      display_id: numbers.get(order_id ?? "") ?? null,
    })),
  }
}

/** The rules as they would be. */
function changed(
  { templates, exceptions }: WindowRules,
  change: ChangeOfWindows
): WindowRules {
  switch (change.kind) {
    case "save_template":
      return { templates: withOne(templates, change.template), exceptions }
    case "save_exception":
      return { templates, exceptions: withOne(exceptions, change.exception) }
    case "remove_template":
      return {
        templates: templates.filter(({ id }) => id !== change.id),
        exceptions,
      }
    case "remove_exception":
      return {
        templates,
        exceptions: exceptions.filter(({ id }) => id !== change.id),
      }
  }
}

const withOne = <TRule extends { id: string }>(
  rules: readonly TRule[],
  one: Omit<TRule, "id"> & { id?: string }
) => [
  ...rules.filter(({ id }) => id !== one.id),
  { ...one, id: one.id ?? "new" },
]

/** Another exception already says how these windows differ. */
const doubleOf = ({ date, id }: Exception) =>
  new Refusal("exception_double", { was: date, id }, ["date"])

async function write(
  change: ChangeOfWindows,
  container: MedusaContainer
): Promise<string | null> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  switch (change.kind) {
    case "save_template":
      return (await windows.saveTemplate(change.template)).id
    case "save_exception": {
      const written = await windows.saveException(change.exception)
      if ("double" in written) {
        throw doubleOf(written.double)
      }
      return written.saved.id
    }
    case "remove_template":
      return (await windows.removeTemplate(change.id)) ? change.id : null
    case "remove_exception":
      return (await windows.removeException(change.id)) ? change.id : null
  }
}
