import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  EscalationActionHandler,
  EscalationActions,
} from "./custom-actions"
import {
  conditionFieldsOf,
  type ConditionHandler,
  type ConditionHandlers,
} from "./custom-conditions"
import { invalidOption, optionFault } from "./option-fault"
import { CONDITION_FIELDS } from "../rules/playbooks/conditions"
import { PLAIN_PLAYBOOK } from "../rules/playbooks/default-playbooks"
import { parsePlaybook } from "../rules/playbooks/parse-playbook"
import type { PlaybookDefinition } from "../rules/playbooks/playbook"
import {
  AUTO_CONFIRMED,
  PLUGIN_TYPES,
  type TaskType,
} from "../rules/playbooks/task-types"

/** A kind of task that a shop adds. */
type OwnTaskType = {
  /** Such as `verify_payment`. */
  type: string
  /** By language. */
  label: Record<string, string>
  /** The outcomes that it may be completed with, the usual one first. */
  outcomes: string[]
  /**
   * Those of `outcomes` that only somebody who was reached can give.
   *
   * @defaultValue none
   */
  reached_outcomes?: string[]
  /**
   * How its playbook comes, for as long as nobody edits it in the dashboard.
   *
   * @defaultValue only the shop's own code opens it, one business hour to answer
   */
  playbook?: Partial<PlaybookDefinition>
}

/** What a shop's own code adds to the rules. */
export type OwnCodeOptions = {
  /**
   * Task types of the shop's own.
   *
   * @defaultValue none
   */
  types?: OwnTaskType[]
  /**
   * Conditions of the shop's own, by name, for its playbooks.
   *
   * @defaultValue none
   */
  conditions?: ConditionHandlers
  /**
   * What steps of an escalation may do beside what the plugin does, by name.
   *
   * @defaultValue none
   */
  escalation_actions?: EscalationActions
}

/** The options of a shop's own code with every default filled in. */
export type OwnCode = {
  types: TaskType[]
  /** By type. */
  definitions: Map<string, PlaybookDefinition>
  conditions: ConditionHandlers
  escalation_actions: EscalationActions
}

const NAME = /^[a-z][a-z0-9_]{0,49}$/
const name = z
  .string("must be a name such as verify_payment")
  .regex(NAME, "must be a name in small letters such as verify_payment")

const LABEL = 'must be a text by language such as { en: "Verify the payment" }'
const label = z
  .record(z.string(), z.string(LABEL).min(1, LABEL), LABEL)
  .refine((texts) => Object.keys(texts).length > 0, LABEL)

const OUTCOMES = 'must be a list such as ["paid", "not_paid"]'

/** What its fields may be, the playbook itself says. */
const ownType = z.strictObject(
  {
    type: name,
    label,
    outcomes: z.array(name, OUTCOMES).min(1, OUTCOMES),
    reached_outcomes: z.array(name, OUTCOMES).optional(),
    playbook: z
      .looseObject({}, "must be an object such as { priority: 'high' }")
      .optional(),
  },
  "must be an object with type, label and outcomes"
)

const aFunction = (value: unknown) => typeof value === "function"

const condition = z.strictObject(
  {
    label,
    evaluate: z.custom<ConditionHandler["evaluate"]>(
      aFunction,
      "must be a function that says whether it is met"
    ),
  },
  "must be an object with label and evaluate"
)

const action = z.strictObject(
  {
    label: label.optional(),
    run: z.custom<EscalationActionHandler["run"]>(
      aFunction,
      "must be a function that does it"
    ),
  },
  "must be an object with run, and perhaps label"
)

/** The options of own code, as a part of the schema of all of them. */
export const ownCodeShape = {
  types: z
    .array(ownType, "must be a list of objects with type, label and outcomes")
    .optional(),
  conditions: z
    .record(name, condition, "must be an object of conditions by name")
    .optional(),
  escalation_actions: z
    .record(name, action, "must be an object of actions by name")
    .optional(),
}

/** What the options of own code may contain, each thing in them. */
export const OWN_CODE_FIELDS: Readonly<Record<string, string[]>> = {
  types: Object.keys(ownType.shape),
  conditions: Object.keys(condition.shape),
  escalation_actions: Object.keys(action.shape),
}

type Parsed = {
  [Option in keyof typeof ownCodeShape]?: z.infer<(typeof ownCodeShape)[Option]>
}

/**
 * The shop's own types with their playbooks, conditions and actions.
 *
 * @throws MedusaError INVALID_DATA that names the option that is wrong
 */
export function readOwnCode({
  types = [],
  conditions = {},
  escalation_actions = {},
}: Parsed): OwnCode {
  for (const name of Object.keys(conditions)) {
    if (CONDITION_FIELDS.some(({ field }) => field === name)) {
      throw invalidOption(
        ["conditions"],
        name,
        "must have names that the plugin's own conditions do not have"
      )
    }
  }
  types.forEach((given, index) => refuseType(given, index, types))
  const known = {
    types: types.map(({ type }) => type),
    condition_fields: conditionFieldsOf(conditions),
    custom_actions: Object.keys(escalation_actions),
    calendar_ids: [],
  }
  return {
    types: types.map(({ type, label, outcomes, reached_outcomes = [] }) => ({
      type,
      label,
      outcomes,
      reached_outcomes,
    })),
    definitions: new Map(
      types.map(({ type, playbook }, index) => {
        try {
          const definition = { ...PLAIN_PLAYBOOK, ...playbook }
          return [type, parsePlaybook(type, definition, known)]
        } catch (error) {
          throw error instanceof MedusaError
            ? optionFault(`types.${index}.playbook.${error.message}`)
            : error
        }
      })
    ),
    conditions,
    escalation_actions,
  }
}

function refuseType(
  { type, outcomes, reached_outcomes = [] }: z.infer<typeof ownType>,
  index: number,
  types: { type: string }[]
): void {
  const taken = [...PLUGIN_TYPES, ...types.slice(0, index)]
  if (taken.some((other) => other.type === type)) {
    throw invalidOption(
      ["types", index, "type"],
      type,
      `must be another one than ${taken.map(({ type }) => type).join(", ")}`
    )
  }
  const repeated = outcomes.find(
    (outcome, at) => outcomes.indexOf(outcome) !== at
  )
  if (repeated !== undefined || outcomes.includes(AUTO_CONFIRMED)) {
    throw invalidOption(
      ["types", index, "outcomes"],
      outcomes,
      `must name each outcome once, and not ${AUTO_CONFIRMED}`
    )
  }
  if (!reached_outcomes.every((outcome) => outcomes.includes(outcome))) {
    throw invalidOption(
      ["types", index, "reached_outcomes"],
      reached_outcomes,
      `must be among its outcomes, ${outcomes.join(", ")}`
    )
  }
}
