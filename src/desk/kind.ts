import type { PlaybookDefinition } from "./playbook"

/** A text by language, as a language tag: `{ en: "Paid", uk: "Оплачено" }`. */
export type Label = Readonly<Record<string, string>>

/**
 * A kind of work, declared: what it brings to the desk, as data only. What
 * runs (conditions, script variables, its section of the sheet, …) are its
 * handlers. The plugin's own kinds and those of a shop are declared alike.
 */
export type KindOfWork = {
  /** Such as `verify_payment`: small letters, digits and underscores. */
  kind: string
  task_types?: readonly TaskTypeDeclaration[]
  /** What may open its tasks, beside the triggers of other kinds. */
  triggers?: readonly TriggerDeclaration[]
  /** What playbooks of any type may ask about. */
  conditions?: readonly ConditionDeclaration[]
  /** What scripts and canned answers may say. */
  script_variables?: readonly ScriptVariableDeclaration[]
  /** Why its tasks may be canceled, beside the reasons of other kinds. */
  cancel_reasons?: readonly CancelReasonDeclaration[]
  /** What steps of an escalation may do, beside what the plugin does. */
  escalation_actions?: readonly EscalationActionDeclaration[]
  /** Texts that the shop begins with, for its canned answers. */
  canned_answers?: readonly CannedAnswerDeclaration[]
}

export type TaskTypeDeclaration = {
  /** Such as `verify_payment`: unique among all kinds. */
  type: string
  label: Label
  /** What to say, by language, as Liquid, where the playbook says nothing. */
  scripts?: Label
  /**
   * How its playbook begins, for as long as nobody edits it in the dashboard;
   * what is left out is as in `PLAIN_PLAYBOOK`.
   */
  playbook?: Partial<PlaybookDefinition>
  /** What it may be completed with, the usual one first. */
  outcomes: readonly OutcomeDeclaration[]
  /**
   * What becomes of an active task when its order is canceled: a call about the
   * order is pointless then, a refund is still to be made.
   *
   * @defaultValue "cancel"
   */
  when_order_canceled?: "cancel" | "keep"
  /**
   * What becomes of a closed task when its `dedupe_key` comes again: nothing,
   * or it is opened again, as for a shortage that returns.
   *
   * @defaultValue "ignore"
   */
  when_key_returns?: "ignore" | "reopen"
  /** Whether a safe order completes such a task without a person. */
  has_safe_orders?: boolean
  /**
   * What it cannot be done without. While another type gets it from the
   * customer, the order has no task of this type yet; its task then counts from
   * when it was there.
   */
  needs?: "phone"
  /**
   * What it is there to get from the customer. A wrong number opens a task of
   * the first type that gets a phone number, and one that arrives completes it.
   */
  gets?: "phone"
}

/** Whether the customer was spoken to: it decides where the sheet shows it. */
export type OutcomeGroup = "reached" | "not_reached"

export type OutcomeDeclaration = {
  /** Such as `paid`. */
  outcome: string
  label: Label
  /** `reached` ends a call that reached the customer. */
  group: OutcomeGroup
  /** What the person is asked for as the task ends so. */
  asks?: readonly AskedField[]
  /** Whether it speaks against calling the customer's next orders safe. */
  is_trouble?: boolean
}

/** Something that an outcome asks for. */
export type AskedField = {
  /** Such as `receipt_number`; the plugin's own is `phone`. */
  field: string
  label: Label
  /** A `phone` becomes the task's number, a `date` is YYYY-MM-DD. */
  kind: "phone" | "text" | "number" | "date"
  is_required: boolean
}

/** `label`: as in "A task may open when …". */
export type TriggerDeclaration = { trigger: string; label: Label }

/** How a condition is asked and answered. */
export type ConditionDeclaration = {
  /** Such as `large_first_order`: unique among all kinds. */
  condition: string
  label: Label
} & (
  | { kind: "boolean" | "number" | "amount" }
  | { kind: "choice"; choices: readonly { choice: string; label: Label }[] }
)

export type ScriptVariableDeclaration = {
  /** A name with one point, such as `payment.link`. */
  name: string
  /** What it may look like; a list of texts for what has several. */
  example: string | readonly string[]
}

export type CancelReasonDeclaration = {
  reason: string
  label: Label
  /** Whether a person may choose it; otherwise only code does. */
  is_offered: boolean
}

export type EscalationActionDeclaration = {
  action: string
  label?: Label
}

export type CannedAnswerDeclaration = {
  /** Its name, by language. */
  label: Label
  /** Liquid, by language. */
  texts: Label
}
