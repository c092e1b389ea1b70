import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  isActive,
  type Task,
} from "../../../../../modules/follow-up"
import { tellingRefusals } from "../../tell-refusals"
import { clockOf } from "../../../../../clock"
import { readCallSheet } from "../../../../../workflows/desk/call-sheet/call-sheet"
import { userOf } from "../../actor"
import { taskPresenter } from "../../present-tasks"
import type { AdminFollowUpCallSheetResponse } from "../../types"
import type { GetCallSheet } from "../../validators"
import { findVisibleTask, visibleTo } from "../../visible-to"
import { presentCustomer } from "./present-call-sheet"

/**
 * The task and the others of its call, in the queue's order; of a call that is
 * larger than a person settles at once, its first twenty.
 */
async function callOf(
  task: Task,
  container: MedusaContainer
): Promise<[Task, ...Task[]]> {
  if (!isActive(task)) {
    return [task]
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const call = (await followUp.listCalls([task.person_id])).get(task.person_id)
  const ids = (call?.tasks ?? []).map(({ id }) => id)
  const others = await followUp.findTasks({
    id: ids.filter((id) => id !== task.id),
  })
  const place = ({ id }: Task) => ids.indexOf(id)
  return [task, ...others.sort((a, b) => place(a) - place(b))]
}

/** Whom to call, what to say, what was ordered, and what happened before. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, GetCallSheet>,
    response: MedusaResponse<AdminFollowUpCallSheetResponse>
  ) => {
    const { scope, validatedQuery } = request
    const task = await findVisibleTask(request)
    const now = clockOf(scope).now()
    const { tasks, sections, customer, channels, subject } =
      await readCallSheet(
        await callOf(task, scope),
        {
          user_id: userOf(request),
          visible_to: await visibleTo(request),
          locale: validatedQuery.locale,
          now,
        },
        scope
      )
    const present = await taskPresenter(
      tasks.map(({ task }) => task),
      now,
      scope
    )
    response.json({
      call_sheet: {
        tasks: tasks.map(({ task, ...say }) => ({
          follow_up: present(task),
          ...say,
        })),
        sections,
        ...presentCustomer(customer),
        channels,
        subject,
      },
      now: now.toISOString(),
    })
  }
)
