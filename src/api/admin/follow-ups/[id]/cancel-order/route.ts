import { cancelOrderOfTaskWorkflow } from "../../../../../workflows/follow-up/cancel-order-of-task"
import { commandRoute } from "../../run-command"

/** Cancels the order of a task, and with it the task. */
export const POST = commandRoute(cancelOrderOfTaskWorkflow)
