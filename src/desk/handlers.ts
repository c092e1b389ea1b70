import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderToReadOut } from "../shop/order-to-read-out"
import type { ConditionFacts } from "../shop/condition-facts"
import type { KindOfWork, Label } from "./kind"
import type { Deadline } from "./playbook"

/** A task as handlers receive it; times are as stored in the row. */
export type TaskOfKind = {
  id: string
  type: string
  status: "open" | "waiting" | "completed" | "canceled"
  order_id: string | null
  order_display_id: number | null
  customer_id: string | null
  customer_name: string | null
  email: string | null
  phone: string | null
  outcome: string | null
  /** The data that it was opened with, as later updates changed it. */
  data: Readonly<Record<string, unknown>>
}

/** What a condition is evaluated against. */
export type AskedAbout = ConditionFacts & {
  /** Null if the task is triggered by a customer. */
  order_id: string | null
  customer_id: string | null
}

/** An amount, compared only with amounts of its currency. */
export type Amount = {
  /** In major units. */
  amount: number
  /** ISO 4217, in either case. */
  currency_code: string
}

/**
 * A condition's answer, by its kind: a boolean, a number, an amount, or one or
 * several of its choices. Null: unknown; only `is_none_of` is met then.
 */
export type ConditionAnswer =
  boolean | number | Amount | string | readonly string[] | null

/**
 * A text, a number, or a list of texts. Empty, and null for a number, is
 * unknown.
 */
export type ScriptValue = string | number | null | readonly string[]

/**
 * The values of script variables. One that reads differently in each language,
 * such as a date or an amount, is a function of the language tag of the text
 * that it is put into, which is the customer's, not the dashboard's.
 */
export type ScriptValues = Readonly<
  Record<string, ScriptValue | ((language: string) => ScriptValue)>
>

/** The context in which a sheet or a script is built. */
export type AskedFor = {
  /** The dashboard's language, as a language tag. */
  locale: string
  now: Date
  /** The order, read once for all handlers; null if it no longer exists. */
  readOrder(order_id: string): Promise<OrderToReadOut | null>
}

/** A line of a section of the sheet. */
export type SectionFact = {
  label: Label
  value:
    | { kind: "text"; text: string }
    /** In major units. */
    | { kind: "amount"; amount: number; currency_code: string }
    /** ISO 8601. */
    | { kind: "time"; at: string }
    /** `https://…`, or a page of the dashboard such as `/orders/order_1`. */
    | { kind: "link"; url: string; text: string }
}

/** A section that a kind of work adds to the sheet. */
export type SheetSection = {
  /**
   * The component that renders it: `facts` is a titled list of `data.facts`;
   * the others are the dashboard's own.
   */
  section: string
  /**
   * Sections of one kind with the same key are merged, as for the same order.
   */
  key: string
  /** The tasks that it is about. */
  task_ids: string[]
  data: unknown
}

/** The section for a kind of work without a component of its own. */
export type FactsSection = SheetSection & {
  section: "facts"
  data: { title: Label; facts: readonly SectionFact[] }
}

/** What an escalation step passes to an action. */
export type EscalationActionInput = {
  task: TaskOfKind
  step: {
    step_id: string
    deadline: Deadline
    /** When the deadline passes or passed, as ISO 8601. */
    deadline_at: string
    /** Whether the deadline is still ahead. */
    is_warning: boolean
  }
}

/** The outbox of another module. */
export type KindOutbox = {
  /** Takes the items that may be tried now, so that no other instance does. */
  take(
    now: Date,
    container: MedusaContainer
  ): Promise<
    {
      id: string
      kind: string
      name: string
      data: Record<string, unknown>
      /** How often delivery was tried before; 0 if omitted. */
      attempts?: number
    }[]
  >
  /**
   * Delivers items that are not events; events go to the event bus, each with
   * its id as the idempotency key.
   */
  deliver?(
    item: {
      id: string
      name: string
      data: Record<string, unknown>
      attempts?: number
    },
    container: MedusaContainer
  ): Promise<void>
  /** Deletes delivered items; the others are taken again later. */
  forget(ids: string[], container: MedusaContainer): Promise<void>
}

/**
 * The code of a kind of work. Everything may be called more than once. A
 * handler that throws or times out is logged and delays nothing else.
 */
export type KindHandlers = {
  /**
   * The answers of each declared condition, asked for several orders or
   * customers at once, in their order. If one throws, or takes longer than
   * three seconds, it is asked again once a minute.
   */
  conditions?: Readonly<
    Record<
      string,
      (
        asked: readonly AskedAbout[],
        container: MedusaContainer
      ) => readonly ConditionAnswer[] | Promise<readonly ConditionAnswer[]>
    >
  >
  /**
   * The values of the declared script variables, by name, for one task or
   * order.
   */
  script_variables?(
    about: {
      order_id: string | null
      customer_id: string | null
      /** Null if a script is tried on an order. */
      task: TaskOfKind | null
    },
    asked: Omit<AskedFor, "locale">,
    container: MedusaContainer
  ): ScriptValues | Promise<ScriptValues>
  /** The sections of the sheet for these tasks, all of its own types. */
  sections?(
    tasks: readonly TaskOfKind[],
    asked: AskedFor,
    container: MedusaContainer
  ): readonly SheetSection[] | Promise<readonly SheetSection[]>
  /**
   * Whether what an outcome with `done_in` says has yet to be done. It is asked
   * before somebody records such an outcome, which is refused then.
   */
  is_undone?(
    outcome: string,
    task: TaskOfKind,
    container: MedusaContainer
  ): boolean | Promise<boolean>
  /**
   * Its part of the reconciler, once a minute: repairs what a lost event left
   * undone.
   */
  reconcile?(now: Date, container: MedusaContainer): Promise<void>
  /** Runs at each tick of the clock, every five seconds. */
  tick?(now: Date, container: MedusaContainer): Promise<void>
  /** Its outbox, delivered after commits. */
  outbox?: KindOutbox
  /**
   * The declared escalation actions. Each runs at least once per task and step;
   * after an error it is retried later.
   */
  escalation_actions?: Readonly<
    Record<
      string,
      (
        input: EscalationActionInput,
        container: MedusaContainer
      ) => Promise<void>
    >
  >
}

/** A kind of work with its handlers, as a shop or another plugin adds it. */
export type FollowUpExtension = {
  declaration: KindOfWork
  handlers?: KindHandlers
}

/**
 * The container key under which other plugins register their extensions, each
 * with `container.registerAdd`, so that none overwrites another.
 */
export const FOLLOW_UP_EXTENSIONS = "followUpExtensions"
