import { assignTaskWorkflow } from "../../../../../workflows/follow-up/assign-task"
import { commandRoute } from "../../run-command"

/** Assigns the task to a user, or unassigns it. */
export const POST = commandRoute(assignTaskWorkflow)
