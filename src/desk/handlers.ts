import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderToReadOut } from "../shop/order-to-read-out"
import type { ConditionFacts } from "../shop/condition-facts"
import type { KindOfWork, Label } from "./kind"
import type { Deadline } from "./playbook"

/** A task as handlers see it; times are as the row has them. */
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
  /** What opened it brought along, and what updates changed. */
  data: Readonly<Record<string, unknown>>
}

/** What a condition is asked about. */
export type AskedAbout = ConditionFacts & {
  /** Null where a customer triggers the task. */
  order_id: string | null
  customer_id: string | null
}

/** An amount, compared only with amounts of its currency. */
export type Amount = {
  /** In major units. */
  amount: number
  /** ISO 4217, in any case. */
  currency_code: string
}

/**
 * What a condition may answer, by its kind: a boolean, a number, an amount, or
 * one or several of its choices. Null: it is not known, and not met.
 */
export type ConditionAnswer =
  boolean | number | Amount | string | readonly string[] | null

/** What a script may say: texts, and lists of texts. Empty: it is not known. */
export type ScriptValues = Readonly<Record<string, string | readonly string[]>>

/** What a sheet or a script is made for. */
export type AskedFor = {
  /** The dashboard's language, as a language tag. */
  locale: string
  now: Date
  /** What was ordered, read once for all that ask; null where it is gone. */
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

/** A part of the sheet that a kind of work brings. */
export type SheetSection = {
  /**
   * What draws it: `facts` is a titled list of `data.facts`, the others are the
   * dashboard's own.
   */
  section: string
  /** Two sections of one kind with the same key are one, as for the same order. */
  key: string
  /** The tasks that it is about. */
  task_ids: string[]
  data: unknown
}

/** The section that a kind of work brings without a drawing of its own. */
export type FactsSection = SheetSection & {
  section: "facts"
  data: { title: Label; facts: readonly SectionFact[] }
}

/** What a step of an escalation hands to an action. */
export type EscalationActionInput = {
  task: TaskOfKind
  step: {
    step_id: string
    deadline: Deadline
    /** When the deadline passes or passed, as ISO 8601. */
    deadline_at: string
    /** Whether it was still ahead. */
    is_warning: boolean
  }
}

/** Something of another module's that waits to be handed over. */
export type KindOutbox = {
  /** Takes what may be tried now, so that nobody else does. */
  take(
    now: Date,
    container: MedusaContainer
  ): Promise<
    { id: string; kind: string; name: string; data: Record<string, unknown> }[]
  >
  /**
   * Hands over what is no event; events go to the event bus, each with its id
   * as the idempotency key.
   */
  deliver?(
    item: { id: string; name: string; data: Record<string, unknown> },
    container: MedusaContainer
  ): Promise<void>
  /** Forgets what was handed over; the rest is taken again later. */
  forget(ids: string[], container: MedusaContainer): Promise<void>
}

/**
 * What runs for a kind of work. Everything may be called more than once. What
 * throws or takes too long is reported in the log and holds up nothing else.
 */
export type KindHandlers = {
  /**
   * The answers of each declared condition, asked for several orders or
   * customers at once, in their order. Where one throws, or takes longer than
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
  /** The declared script variables, by name, for one task or order. */
  script_variables?(
    about: {
      order_id: string | null
      customer_id: string | null
      /** Null where a script is tried on an order. */
      task: TaskOfKind | null
    },
    asked: AskedFor,
    container: MedusaContainer
  ): ScriptValues | Promise<ScriptValues>
  /** What the sheet shows of these tasks, which are of its types. */
  sections?(
    tasks: readonly TaskOfKind[],
    asked: AskedFor,
    container: MedusaContainer
  ): readonly SheetSection[] | Promise<readonly SheetSection[]>
  /** Its part of the reconciler, once a minute: finds what no event told. */
  reconcile?(now: Date, container: MedusaContainer): Promise<void>
  /** What it does at each tick of the clock, every five seconds. */
  tick?(now: Date, container: MedusaContainer): Promise<void>
  /** What of its own leaves after a commit. */
  outbox?: KindOutbox
  /**
   * The declared escalation actions: each at least once for a task and step; an
   * error lets it run again later.
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

/** A kind of work with what runs for it, as a shop or another plugin adds it. */
export type FollowUpExtension = {
  declaration: KindOfWork
  handlers?: KindHandlers
}

/**
 * Where other plugins add theirs, each with `container.registerAdd`, so that
 * none overwrites another's.
 */
export const FOLLOW_UP_EXTENSIONS = "followUpExtensions"
