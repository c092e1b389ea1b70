import { cancelTaskWorkflow } from "../../../../../workflows/follow-up/cancel-task"
import { commandRoute } from "../../run-command"

/** Cancels the task, with the reason. */
export const POST = commandRoute(cancelTaskWorkflow)
