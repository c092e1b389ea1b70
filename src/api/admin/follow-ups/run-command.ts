import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { ReturnWorkflow } from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import type {
  CommandInput,
  CommandResult,
} from "../../../workflows/follow-up/command-workflow"
import { idempotencyKeyOf, userOf } from "./actor"
import { findTask } from "./find-task"
import { taskPresenter } from "./present-tasks"
import { tellingRefusals } from "./tell-refusals"
import type { AdminFollowUpResponse } from "./types"
import { findVisibleTask } from "./visible-to"

/** The handler of a command whose body is the input of its workflow. */
export function commandRoute<Fields extends object>(
  workflow: ReturnWorkflow<CommandInput & Fields, CommandResult, []>
) {
  return tellingRefusals(
    async (
      request: AuthenticatedMedusaRequest<Fields>,
      response: MedusaResponse<AdminFollowUpResponse>
    ) => {
      await runCommand(workflow, request.validatedBody, request, response)
    }
  )
}

/**
 * Runs the workflow of one command and responds with the updated task.
 *
 * @param refuse - throws if the command was stored, but failed afterwards
 */
export async function runCommand<Fields extends object>(
  workflow: ReturnWorkflow<CommandInput & Fields, CommandResult, []>,
  fields: Fields,
  request: Pick<
    AuthenticatedMedusaRequest,
    "params" | "scope" | "auth_context" | "get"
  >,
  response: MedusaResponse<AdminFollowUpResponse>,
  refuse?: (id: string) => Promise<void>
): Promise<void> {
  const { scope } = request
  const { id } = await findVisibleTask(request)
  await workflow(scope).run({
    input: {
      ...fields,
      id,
      actor_id: userOf(request),
      idempotency_key: idempotencyKeyOf(request),
    },
  })
  await refuse?.(id)
  const task = await findTask(id, scope)
  const now = clockOf(scope).now()
  const present = await taskPresenter([task], now, scope)
  response.json({
    follow_up: present(task),
    now: now.toISOString(),
  })
}
