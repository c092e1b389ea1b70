import { withdrawAttemptWorkflow } from "../../../../../workflows/follow-up/withdraw-attempt"
import { commandRoute } from "../../run-command"

/** Withdraws the last attempt, which was recorded by mistake. */
export const POST = commandRoute(withdrawAttemptWorkflow)
