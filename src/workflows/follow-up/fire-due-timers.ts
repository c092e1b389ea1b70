import type { MedusaContainer } from "@medusajs/framework/types"

import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { drainDueTimers, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { isBusy } from "../../refusals"
import { clockOf } from "../../clock"
import { deliverEventsStep, deliverKindOutbox } from "../desk/deliver-outbox"
import { kindsOf } from "../desk/kinds"
import { patienceOf } from "../desk/patience"
import { openAnswersSent } from "../desk/store-answers"
import { withTimeout } from "../desk/with-timeout"
import { moveTasks } from "../desk/move-tasks"
import { reportError } from "../desk/report-error"

/** Batches of tasks that one tick moves to changed rules. */
const MAX_MOVED = 20

export type RunInput = {
  /** Whether Medusa's scheduler started it, which proves that it runs. */
  is_scheduled?: boolean
}

const fireDueTimersStep = createStep(
  "fire-due-timers",
  async (input: RunInput, { container }) =>
    new StepResponse(await tick(input, container))
)

/**
 * A tick without the workflow engine, which may need Redis. It begins once the
 * shoppers who are waiting have their answers, or have waited long enough.
 *
 * @returns the events to deliver
 */
export async function tick(
  { is_scheduled = false }: RunInput,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  await openAnswersSent(patienceOf(container).answer_ms)
  const now = clockOf(container).now()
  try {
    if (is_scheduled) {
      await followUp.markRun("scheduled_tick")
    }
    const event_ids = await fireDue(now, container)
    await tidyQueue(container)
    await followUp.markRun("tick")
    return event_ids
  } catch (error) {
    if (!isBusy(error)) {
      throw error
    }
    reportError("a tick will be made up for", error, container)
    return []
  } finally {
    await tickKinds(now, container)
  }
}

/** @returns the events to deliver */
async function fireDue(
  now: Date,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const changes = await drainDueTimers((limit) =>
    followUp.fireDueTimers(now, limit)
  )
  const event_ids = changes.flatMap((change) => change.event_ids)
  event_ids.push(...(await moveTasks(container, MAX_MOVED)))
  const left = await followUp.listOutbox(now)
  return [...new Set([...event_ids, ...left])]
}

/**
 * How long one tick makes search terms anew after an upgrade: a million tasks
 * take some quarter of an hour and a fifth of a core.
 */
const REFOLDS_FOR_MS = 1_000
const REFOLDED_AT_ONCE = 500

/** What keeps the queue quick: its counts and its search terms. */
async function tidyQueue(container: MedusaContainer): Promise<void> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  try {
    await followUp.addUpCounts()
    const started = performance.now()
    while (
      (await followUp.refoldSearch(REFOLDED_AT_ONCE)) === REFOLDED_AT_ONCE &&
      performance.now() - started < REFOLDS_FOR_MS
    ) {
      // The next batch, until none is left or the time is up.
    }
  } catch (error) {
    reportError("the queue's own records were not tidied", error, container)
  }
}

/** Runs the ticks of kinds of work, and delivers their outboxes. */
async function tickKinds(now: Date, container: MedusaContainer): Promise<void> {
  const { tick_ms } = patienceOf(container)
  await Promise.all(
    kindsOf(container).map(async ({ declaration: { kind }, handlers }) => {
      try {
        await withTimeout(
          Promise.all([
            handlers.tick?.(now, container),
            handlers.outbox &&
              deliverKindOutbox(handlers.outbox, now, container),
          ]),
          tick_ms,
          `it took more than ${tick_ms / 1_000} seconds`
        )
      } catch (error) {
        reportError(`the tick of ${kind} failed`, error, container)
      }
    })
  )
}

/**
 * One tick of the clock: resumes waiting tasks whose time has come, records
 * missed deadlines, runs escalations, moves tasks to changed rules, and
 * delivers what a crash left behind. Any number of instances may run it at
 * once.
 */
export const fireDueTimersWorkflow = createWorkflow(
  { name: "follow-ups-fire-due-timers" },
  (input: RunInput) => {
    const event_ids = fireDueTimersStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
