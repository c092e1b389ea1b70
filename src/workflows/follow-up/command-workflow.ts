import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Command } from "../../modules/follow-up"
import { refuseUnstorable } from "../../refusals"
import { commandTask } from "./command-task"
import { deliverEventsStep } from "../desk/deliver-outbox"

/** The input that every command on a task has besides its own. */
export type CommandInput = {
  /** The task. */
  id: string
  /** The user who sends the command; null for a program. */
  actor_id: string | null
  /** The same key with the same input changes nothing the second time. */
  idempotency_key?: string | null
  /**
   * Do it although somebody else is calling the customer at this moment, which
   * is refused otherwise.
   */
  despite_call?: boolean
}

/**
 * The result of every command: the task's id, with which to read its new state.
 */
export type CommandResult = { id: string }

/**
 * The workflow of one command: decides it, writes it down, then delivers its
 * events. The first step has no compensation: it records what a person did, and
 * a later failure does not undo that.
 *
 * @param toCommand - maps the workflow's input to the command
 */
export function commandWorkflow<Input extends CommandInput>(
  name: string,
  toCommand: (input: Input) => Command
): ReturnWorkflow<Input, CommandResult, []> {
  const commandStep = createStep(
    `${name}-step`,
    async (input: Input, { container }) => {
      refuseUnstorable(input)
      const { task, event_ids } = await commandTask(
        {
          task_id: input.id,
          actor_id: input.actor_id,
          idempotency_key: input.idempotency_key,
          knows_of_call: input.despite_call,
          command: toCommand(input),
        },
        container
      )
      return new StepResponse({ id: task.id, event_ids })
    }
  )

  return createWorkflow({ name }, (input: WorkflowData<Input>) => {
    const change = commandStep(input)
    const event_ids = transform({ change }, ({ change }) => change.event_ids)
    deliverEventsStep(event_ids)
    const result = transform({ change }, ({ change }) => ({ id: change.id }))
    return new WorkflowResponse(result)
  })
}
