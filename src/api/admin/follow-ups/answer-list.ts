import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE, SORTABLE_COLUMNS } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { Refusal } from "../../../refusals"
import { userOf } from "./actor"
import { taskPresenter } from "./present-tasks"
import type { AdminFollowUpListResponse } from "./types"
import type { ListFollowUps } from "./validators"
import { visibleTo } from "./visible-to"

/**
 * Answers with the tasks that the filters find, the one that runs out of time
 * first on top.
 */
export async function answerList(
  request: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  { assignee_id, order, limit, offset, ...filters }: ListFollowUps,
  response: MedusaResponse<AdminFollowUpListResponse>
): Promise<void> {
  const { scope } = request
  const user_id = userOf(request)
  const now = clockOf(scope).now()
  const followUp = scope.resolve(FOLLOW_UP_MODULE)
  const { tasks, count } = await followUp.listQueue(
    {
      ...filters,
      assignee_id: assigneeOf(assignee_id, user_id),
      visible_to: await visibleTo(request),
    },
    {
      sort: sortOf(order ?? (filters.tab === "all" ? "-opened_at" : "due_at")),
      limit,
      offset,
    },
    user_id,
    now
  )
  response.json({
    follow_ups: tasks.map(await taskPresenter(tasks, now, scope)),
    count,
    limit,
    offset,
    now: now.toISOString(),
  })
}

function assigneeOf(
  asked: string | undefined,
  user_id: string | null
): string | null | undefined {
  if (asked === "nobody") {
    return null
  }
  if (asked !== "me") {
    return asked
  }
  if (!user_id) {
    throw new Refusal("program_is_nobody", {}, ["assignee_id"])
  }
  return user_id
}

function sortOf(order: NonNullable<ListFollowUps["order"]>) {
  const column = SORTABLE_COLUMNS.find(
    (column) => order === column || order === `-${column}`
  )
  return { column: column ?? "due_at", descending: order.startsWith("-") }
}
