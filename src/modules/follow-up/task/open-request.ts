import type { SafeReason } from "../../../desk/playbook"
import type { OrderPlace, OrderReference } from "./task"
import type { Contact } from "../contact/contact"
import type { ConditionFacts } from "../../../shop/condition-facts"
import type { OwnAnswers } from "../rules/playbooks/conditions"
import type { Change } from "./write-decisions"

/** What somebody asks to be opened. */
export type OpenRequest = Contact &
  OrderReference &
  Partial<OrderPlace> & {
    type: string
    /** When the thing happened: the timer counts from here. */
    opened_at: Date
    /** A second request with the same key opens nothing. Null: always opens. */
    dedupe_key: string | null
    /** What its kind of work keeps with the task, as JSON; nothing, if left out. */
    data?: Record<string, unknown>
    /** Of the type; the first that matches, where none is named. */
    playbook_id?: string
    /**
     * What becomes of a closed task with its `dedupe_key`; what the type
     * declares, if left out.
     */
    if_closed?: "ignore" | "reopen"
    /** What opens it, where it is not judged; `manual`, if left out. */
    trigger?: string
    /**
     * By what the first that matches is found; what the request itself says,
     * where nothing more is known.
     */
    judgement?: Judgement
    /** Why the order is safe: its task is completed as it is opened. */
    auto_confirm?: { reasons: SafeReason[] }
    /** A safe order that is called all the same, as a sample. */
    audit?: boolean
  }

/** What decides under which playbook a request opens its task. */
export type Judgement = {
  trigger: string
  facts: {
    /** What no playbook asks about is not read, and empty. */
    conditions: ConditionFacts
    customFields: OwnAnswers
  }
}

/** Opens what is asked for, in the caller's transaction. */
export type OpenTasks = (requests: OpenRequest[]) => Promise<Change[]>
