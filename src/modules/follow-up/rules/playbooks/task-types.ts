import type {
  KindOfWork,
  OutcomeDeclaration,
  TaskTypeDeclaration,
} from "../../../../desk/kind"

/** A task type with all defaults filled in. Playbooks say how it is handled. */
export type TaskType = Required<
  Omit<TaskTypeDeclaration, "playbook" | "needs" | "gets" | "order_notice">
> &
  Pick<TaskTypeDeclaration, "needs" | "gets" | "order_notice"> & {
    /** The kind of work that declares it; empty if none does any more. */
    kind: string
  }

/**
 * Completed without a call because the order was safe. People cannot choose it.
 */
export const AUTO_CONFIRMED = "auto_confirmed"

/** The task types that these kinds of work declare, in their order. */
export function taskTypesOf(kinds: readonly KindOfWork[]): TaskType[] {
  return kinds.flatMap(({ kind, task_types = [] }) =>
    task_types.map((declared) => taskType(kind, declared))
  )
}

function taskType(
  kind: string,
  { playbook: _, ...declared }: TaskTypeDeclaration
): TaskType {
  return { ...withoutKind(declared.type), ...declared, kind }
}

/**
 * A type that no longer exists (its plugin was removed): its tasks can only be
 * read and canceled.
 */
export function withoutKind(type: string): TaskType {
  return {
    type,
    kind: "",
    label: {},
    scripts: {},
    outcomes: [],
    when_order_canceled: "cancel",
    when_order_over: "keep",
    when_key_returns: "ignore",
    has_safe_orders: false,
  }
}

/** The outcome of a type with this name. */
export function outcomeOf(
  { outcomes }: Pick<TaskType, "outcomes">,
  outcome: string
): OutcomeDeclaration | undefined {
  return outcomes.find((declared) => declared.outcome === outcome)
}

/** The outcome with which a phone number completes a task. */
export function outcomeOfPhone({
  outcomes,
}: Pick<TaskType, "outcomes">): string | undefined {
  return outcomes.find(asksForPhone)?.outcome
}

export function asksForPhone({ asks = [] }: OutcomeDeclaration): boolean {
  return asks.some(({ kind }) => kind === "phone")
}
