import type { PlaybookDefinition } from "./playbook"

/** A text by language tag: `{ en: "Paid", uk: "Оплачено" }`. */
export type Label = Readonly<Record<string, string>>

/**
 * The declaration of a kind of work: what it adds to the desk, as data only.
 * The code (conditions, script variables, its section of the sheet, …) is in
 * its handlers. The plugin's own kinds and those of a shop are declared in the
 * same way.
 */
export type KindOfWork = {
  /** Such as `verify_payment`: lower-case letters, digits and underscores. */
  kind: string
  task_types?: readonly TaskTypeDeclaration[]
  /**
   * Triggers that it adds; its tasks may also be opened by those of other
   * kinds.
   */
  triggers?: readonly TriggerDeclaration[]
  /** Conditions that playbooks of any type may use. */
  conditions?: readonly ConditionDeclaration[]
  /** Variables that scripts and canned answers may use. */
  script_variables?: readonly ScriptVariableDeclaration[]
  /**
   * Reasons that it adds for canceling its tasks, besides those of other kinds.
   */
  cancel_reasons?: readonly CancelReasonDeclaration[]
  /** What the history of its tasks may say has changed. */
  changes?: readonly ChangeDeclaration[]
  /** Actions that it adds for escalation steps, besides the plugin's own. */
  escalation_actions?: readonly EscalationActionDeclaration[]
  /** Canned answers that the shop starts with. */
  canned_answers?: readonly CannedAnswerDeclaration[]
}

export type TaskTypeDeclaration = {
  /** Such as `verify_payment`; unique among all kinds. */
  type: string
  label: Label
  /** Default scripts, by language, as Liquid; a playbook's own come first. */
  scripts?: Label
  /**
   * The playbook that it starts with, until somebody edits it in the dashboard.
   * Omitted fields are as in `PLAIN_PLAYBOOK`.
   */
  playbook?: Partial<PlaybookDefinition>
  /** The outcomes that it may be completed with, the usual one first. */
  outcomes: readonly OutcomeDeclaration[]
  /**
   * What whoever packs the order is told while such a task is active: "Not
   * confirmed yet". If omitted, nothing.
   */
  order_notice?: Label
  /**
   * What happens to an active task when its order is canceled: a call about the
   * order is pointless then, but a refund still has to be made.
   *
   * @defaultValue "cancel"
   */
  when_order_canceled?: "cancel" | "keep"
  /**
   * What happens to an active task when its order is over: completed, archived,
   * or delivered in full. A call that confirms the order is pointless then, but
   * a payment may still have to be checked.
   *
   * @defaultValue "keep"
   */
  when_order_over?: "cancel" | "keep"
  /**
   * What happens to a closed task when its `dedupe_key` is requested again:
   * nothing, or it is reopened, as for a shortage that returns.
   *
   * @defaultValue "ignore"
   */
  when_key_returns?: "ignore" | "reopen"
  /** Whether a safe order may complete such a task without a person. */
  has_safe_orders?: boolean
  /**
   * What it requires. As long as a task of another type is collecting it from
   * the customer, the order gets no task of this type. Its time then counts
   * from when the missing value arrived.
   */
  needs?: "phone"
  /**
   * What it collects from the customer. A wrong number opens a task of the
   * first type that gets a phone number, and a number that arrives completes
   * it.
   */
  gets?: "phone"
}

/**
 * Whether the customer was spoken to, which decides where the sheet shows it.
 */
export type OutcomeGroup = "reached" | "not_reached"

export type OutcomeDeclaration = {
  /** Such as `paid`. */
  outcome: string
  label: Label
  /** `reached` ends a call in which the customer was spoken to. */
  group: OutcomeGroup
  /** The fields that the person is asked for with this outcome. */
  asks?: readonly AskedField[]
  /** Whether the customer's next orders are no longer considered safe. */
  is_trouble?: boolean
  /**
   * The section of the sheet in which it is done: what is done there records it,
   * and a person who chooses it is led there. As long as the kind's handler
   * `is_undone` says so, it cannot be recorded otherwise.
   */
  done_in?: string
  /**
   * What the sheet offers next: the customer does not want the order any more,
   * or wants it changed. An order is canceled only after a person's second
   * press.
   */
  leads_to?: OrderDeed
  /**
   * What whoever packs the order is told after this outcome: "Declined by the
   * customer". If omitted, nothing: all is well with the order.
   */
  order_notice?: Label
}

/** What may have to be done to the order after a call. */
export type OrderDeed = "cancel_order" | "edit_order"

/** A field that an outcome asks for. */
export type AskedField = {
  /** Such as `receipt_number`; the plugin's own field is `phone`. */
  field: string
  label: Label
  /** A `phone` becomes the task's number; a `date` is YYYY-MM-DD. */
  kind: "phone" | "text" | "number" | "date"
  is_required: boolean
}

/** `label` completes "A task may open when …". */
export type TriggerDeclaration = { trigger: string; label: Label }

/** The name of a condition, and the kind of its answer. */
export type ConditionDeclaration = {
  /** Such as `large_first_order`; unique among all kinds. */
  condition: string
  label: Label
} & (
  | { kind: "boolean" | "number" | "amount" }
  | { kind: "choice"; choices: readonly { choice: string; label: Label }[] }
)

export type ScriptVariableDeclaration = {
  /**
   * A name with one dot, such as `payment.link`. The number of a formatted
   * amount is called as its text is, with `_amount` behind: `payment.due` and
   * `payment.due_amount`.
   */
  name: string
  /**
   * An example value, which also says what the variable is: a text, a list of
   * texts, or a number that scripts may compute and compare with.
   */
  example: string | number | readonly string[]
}

export type CancelReasonDeclaration = {
  reason: string
  label: Label
  /** Whether people may choose it; otherwise only code does. */
  is_offered: boolean
}

export type ChangeDeclaration = {
  change: string
  label: Label
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
