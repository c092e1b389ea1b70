import { hangUpWorkflow } from "../../../../../workflows/follow-up/call-customer"
import { commandRoute } from "../../run-command"

/** The call ended without an attempt to record. */
export const POST = commandRoute(hangUpWorkflow)
