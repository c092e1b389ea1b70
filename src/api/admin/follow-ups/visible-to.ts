import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { isVisible, type Task, taskNotFound } from "../../../modules/follow-up"
import { FOLLOW_UP_TEAM } from "../../../policies/follow-ups"
import { userOf } from "./actor"
import { findTask } from "./find-task"
import { isGranted } from "./granted"

type Request = Pick<AuthenticatedMedusaRequest, "auth_context" | "scope">

/**
 * Whose tasks the caller may see: undefined for everyone's, otherwise those of
 * this user and unassigned ones. Null (a program) sees only unassigned tasks.
 * Without Medusa's role-based access control everyone sees everything.
 */
export async function visibleTo(
  request: Request
): Promise<string | null | undefined> {
  const seesAll = await isGranted(
    { resource: FOLLOW_UP_TEAM, operation: "read" },
    request
  )
  return seesAll ? undefined : userOf(request)
}

/**
 * The task that a request names.
 *
 * @throws Refusal for an unknown id, and for a task that the caller may not see
 */
export async function findVisibleTask(
  request: Request & Pick<AuthenticatedMedusaRequest, "params">
): Promise<Task> {
  const { id } = request.params
  const task = await findTask(id, request.scope)
  if (!isVisible(task, await visibleTo(request))) {
    throw taskNotFound(id)
  }
  return task
}
