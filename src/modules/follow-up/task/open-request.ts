import type { SafeReason } from "../../../desk/playbook"
import type { OrderPlace, OrderReference } from "./task"
import type { Contact } from "../contact/contact"
import type { ConditionFacts } from "../../../shop/condition-facts"
import type { ExtensionAnswers } from "../rules/playbooks/conditions"
import type { Change } from "./write-decisions"

/** A request to open a task. */
export type OpenRequest = Contact &
  OrderReference &
  Partial<OrderPlace> & {
    type: string
    /** When it happened: the timer counts from here. */
    opened_at: Date
    /** Another request with the same key opens nothing. Null: always opens. */
    dedupe_key: string | null
    /**
     * Data that its kind of work stores with the task, as JSON; empty if
     * omitted.
     */
    data?: Record<string, unknown>
    /** A playbook of the type; the first that matches if omitted. */
    playbook_id?: string
    /**
     * What happens to a closed task with its `dedupe_key`; if omitted, as the
     * type declares.
     */
    if_closed?: "ignore" | "reopen"
    /** Its trigger if it was not judged; `manual` if omitted. */
    trigger?: string
    /**
     * The facts by which the first matching playbook is found; the request's
     * own facts if omitted.
     */
    judgement?: Judgement
    /** Why the order is safe: its task is completed as it is opened. */
    auto_confirm?: { reasons: SafeReason[] }
    /** A safe order that is called anyway, as a sample. */
    audit?: boolean
  }

/** The facts that decide under which playbook a request opens its task. */
export type Judgement = {
  trigger: string
  facts: {
    /** Facts that no playbook asks for are not read, and empty. */
    conditions: ConditionFacts
    extensionAnswers: ExtensionAnswers
  }
}

/** Opens the requested tasks in the caller's transaction. */
export type OpenTasks = (requests: OpenRequest[]) => Promise<Change[]>
