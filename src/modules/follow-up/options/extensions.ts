import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { KINDS } from "../../../desk"
import type { FollowUpExtension, KindHandlers } from "../../../desk/handlers"
import type { KindOfWork } from "../../../desk/kind"
import { PLAIN_PLAYBOOK } from "../../../desk/playbook"
import { CONDITION_FIELDS } from "../rules/playbooks/conditions"
import { parsePlaybook } from "../rules/playbooks/parse-playbook"
import { AUTO_CONFIRMED } from "../rules/playbooks/task-types"
import { deskOf } from "../rules/settings"
import { EXAMPLE_FACTS } from "../scripts/variables"
import { invalidOption, optionFault } from "./option-fault"

const NAME = "must be a name in small letters such as verify_payment"
const name = z.string(NAME).regex(/^[a-z][a-z0-9_]{0,49}$/, NAME)

const LABEL = 'must be a text by language such as { en: "Verify the payment" }'
const label = z
  .record(z.string(), z.string(LABEL).min(1, LABEL), LABEL)
  .refine((texts) => Object.keys(texts).length > 0, LABEL)

const texts = z.record(
  z.string(),
  z.string("must be a text in Liquid"),
  "must be an object with a text for each language"
)
const flag = z.boolean("must be true or false")
const oneOf = <Word extends string>(...words: readonly Word[]) =>
  z.enum(words, `must be one of ${words.join(", ")}`)
const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(
    shape,
    `must be an object with ${Object.keys(shape).join(", ")}`
  )
const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, "must be a list")

const askedField = object({
  field: name,
  label,
  kind: oneOf("phone", "text", "number", "date"),
  is_required: flag,
})

const outcome = object({
  outcome: name,
  label,
  group: oneOf("reached", "not_reached"),
  asks: list(askedField).optional(),
  is_trouble: flag.optional(),
  done_in: name.optional(),
  leads_to: oneOf("cancel_order", "edit_order").optional(),
  order_notice: label.optional(),
})

const taskType = object({
  type: name,
  label,
  scripts: texts.optional(),
  /** The playbook itself validates its fields. */
  playbook: z
    .looseObject({}, "must be an object such as { priority: 'high' }")
    .optional(),
  outcomes: z
    .array(outcome, "must be a list of outcomes")
    .min(1, "must have one outcome at least"),
  order_notice: label.optional(),
  when_order_canceled: oneOf("cancel", "keep").optional(),
  when_order_over: oneOf("cancel", "keep").optional(),
  when_key_returns: oneOf("ignore", "reopen").optional(),
  has_safe_orders: flag.optional(),
  needs: oneOf("phone").optional(),
  gets: oneOf("phone").optional(),
})

const condition = z.discriminatedUnion(
  "kind",
  [
    object({ condition: name, label, kind: z.literal("boolean") }),
    object({ condition: name, label, kind: z.literal("number") }),
    object({ condition: name, label, kind: z.literal("amount") }),
    object({
      condition: name,
      label,
      kind: z.literal("choice"),
      choices: z
        .array(object({ choice: name, label }), "must be a list of choices")
        .min(1, "must have one choice at least"),
    }),
  ],
  "must be an object whose kind is one of boolean, number, amount, choice"
)

const VARIABLE = "must be a name with one point such as payment.link"

const declaration = object({
  kind: name,
  task_types: list(taskType).optional(),
  triggers: list(object({ trigger: name, label })).optional(),
  conditions: list(condition).optional(),
  script_variables: list(
    object({
      name: z
        .string(VARIABLE)
        .regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, VARIABLE),
      example: z.union(
        [z.string(), z.number(), z.array(z.string()).min(1)],
        "must be a text, a number, or a list of texts"
      ),
    })
  ).optional(),
  cancel_reasons: list(
    object({ reason: name, label, is_offered: flag })
  ).optional(),
  changes: list(object({ change: name, label })).optional(),
  escalation_actions: list(
    object({ action: name, label: label.optional() })
  ).optional(),
  canned_answers: list(object({ label, texts })).optional(),
})

const aFunction = <Handler>(mustBe = "must be a function") =>
  z.custom<Handler>((value) => typeof value === "function", mustBe)
const functions = <Handler>() => z.record(name, aFunction<Handler>())

type Conditions = NonNullable<KindHandlers["conditions"]>
type Actions = NonNullable<KindHandlers["escalation_actions"]>
type Outbox = NonNullable<KindHandlers["outbox"]>

const handlers = object({
  conditions: functions<Conditions[string]>().optional(),
  script_variables:
    aFunction<NonNullable<KindHandlers["script_variables"]>>().optional(),
  sections: aFunction<NonNullable<KindHandlers["sections"]>>().optional(),
  is_undone: aFunction<NonNullable<KindHandlers["is_undone"]>>().optional(),
  reconcile: aFunction<NonNullable<KindHandlers["reconcile"]>>().optional(),
  tick: aFunction<NonNullable<KindHandlers["tick"]>>().optional(),
  outbox: object({
    take: aFunction<Outbox["take"]>(),
    deliver: aFunction<NonNullable<Outbox["deliver"]>>().optional(),
    forget: aFunction<Outbox["forget"]>(),
  }).optional(),
  escalation_actions: functions<Actions[string]>().optional(),
})

/** The extensions in the options, as a part of their schema. */
export const extensionsSchema = z.array(
  object({ declaration, handlers: handlers.optional() }),
  "must be a list of objects with declaration and handlers"
)

/** An extension that another plugin added to the container. */
export const extensionSchema = extensionsSchema.element

type Given = z.infer<typeof extensionsSchema>

/**
 * The extensions in the options, each validated against those before it.
 *
 * @throws MedusaError INVALID_DATA that names what is wrong
 */
export function readExtensions(given: Given): FollowUpExtension[] {
  const read: FollowUpExtension[] = []
  given.forEach((extension, index) => {
    read.push(readExtension(extension, read, ["extensions", index]))
  })
  return read
}

/**
 * Validates an extension against the existing ones.
 *
 * @param path - its path, for the message
 * @throws MedusaError INVALID_DATA that names what is wrong
 */
export function readExtension(
  extension: Given[number],
  before: readonly FollowUpExtension[],
  path: readonly PropertyKey[]
): FollowUpExtension {
  const known = [...KINDS, ...before.map(({ declaration }) => declaration)]
  const at = [...path, "declaration"]
  const declared: KindOfWork = extension.declaration
  refuseTaken(declared, known, at)
  refuseOutcomes(declared, at)
  refuseHandlers(extension, [...path, "handlers"])
  const desk = deskOf([...known, declared])
  const task_types = (declared.task_types ?? []).map((type, index) => {
    try {
      const definition = { ...PLAIN_PLAYBOOK, ...type.playbook }
      return {
        ...type,
        playbook: parsePlaybook(type.type, definition, {
          ...desk,
          calendar_ids: [],
        }),
      }
    } catch (error) {
      const where = [...at, "task_types", index, "playbook"].join(".")
      throw error instanceof MedusaError
        ? optionFault(`${where}.${error.message}`)
        : error
    }
  })
  return { ...extension, declaration: { ...declared, task_types } }
}

/** The names that must be unique among all kinds of work, with their paths. */
function namesOf(kind: KindOfWork): [path: PropertyKey[], name: string][] {
  const of = <Item>(
    field: keyof KindOfWork,
    items: readonly Item[] | undefined,
    key: keyof Item & string
  ): [PropertyKey[], string][] =>
    (items ?? []).map((item, index) => [[field, index, key], String(item[key])])
  return [
    [["kind"], kind.kind],
    ...of("task_types", kind.task_types, "type"),
    ...of("triggers", kind.triggers, "trigger"),
    ...of("conditions", kind.conditions, "condition"),
    ...of("script_variables", kind.script_variables, "name"),
    ...of("cancel_reasons", kind.cancel_reasons, "reason"),
    ...of("changes", kind.changes, "change"),
    ...of("escalation_actions", kind.escalation_actions, "action"),
  ]
}

function refuseTaken(
  declared: KindOfWork,
  known: readonly KindOfWork[],
  at: readonly PropertyKey[]
): void {
  const own: { field: PropertyKey | undefined; name: string }[] = []
  for (const [path, name] of namesOf(declared)) {
    const [field] = path
    const taken = [
      ...known
        .flatMap(namesOf)
        .map(([[other], name]) => ({ field: other, name })),
      ...CONDITION_FIELDS.map(({ field: name }) => ({
        field: "conditions",
        name,
      })),
      ...own,
    ].filter((other) => other.field === field)
    if (taken.some((other) => other.name === name)) {
      throw invalidOption(
        [...at, ...path],
        name,
        `must be another one than ${taken.map(({ name }) => name).join(", ")}`
      )
    }
    const [group = ""] = name.split(".")
    if (field === "script_variables" && Object.hasOwn(EXAMPLE_FACTS, group)) {
      throw invalidOption(
        [...at, ...path],
        name,
        `must not begin with ${Object.keys(EXAMPLE_FACTS).join(", ")}`
      )
    }
    own.push({ field, name })
  }
}

function refuseOutcomes(
  { task_types = [] }: KindOfWork,
  at: readonly PropertyKey[]
): void {
  task_types.forEach(({ outcomes }, index) => {
    const names = outcomes.map(({ outcome }) => outcome)
    if (new Set(names).size < names.length || names.includes(AUTO_CONFIRMED)) {
      throw invalidOption(
        [...at, "task_types", index, "outcomes"],
        names,
        `must name each outcome once, and not ${AUTO_CONFIRMED}`
      )
    }
  })
}

/**
 * Each declared condition and action needs a handler, and the other way round.
 */
function refuseHandlers(
  { declaration, handlers = {} }: Given[number],
  at: readonly PropertyKey[]
): void {
  const pairs = [
    [
      "conditions",
      (declaration.conditions ?? []).map(({ condition }) => condition),
    ],
    [
      "escalation_actions",
      (declaration.escalation_actions ?? []).map(({ action }) => action),
    ],
  ] as const
  for (const [field, declared] of pairs) {
    const given = Object.keys(handlers[field] ?? {})
    const missing = declared.find((name) => !given.includes(name))
    if (missing !== undefined) {
      throw invalidOption(
        [...at, field, missing],
        undefined,
        "must be a function: it is declared"
      )
    }
    const undeclared = given.find((name) => !declared.includes(name))
    if (undeclared !== undefined) {
      throw invalidOption(
        [...at, field, undeclared],
        "a function",
        `must be among those that are declared: ${declared.join(", ") || "none"}`
      )
    }
  }
  if (
    (declaration.script_variables ?? []).length > 0 &&
    !handlers.script_variables
  ) {
    throw invalidOption(
      [...at, "script_variables"],
      undefined,
      "must be a function: script variables are declared"
    )
  }
}
