import { startCallingWorkflow } from "../../../../../workflows/follow-up/call-customer"
import { commandRoute } from "../../run-command"

/** The caller is calling the customer, and others see it. */
export const POST = commandRoute(startCallingWorkflow)
