import { z } from "zod"
import type {
  Condition,
  EscalationStep,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { areCallingHours } from "./calling-hours"
import type { Draft } from "./draft"
import type { Section } from "./sections"

export type ProblemKind =
  | "noName"
  | "noTrigger"
  | "emptyCondition"
  | "noCurrency"
  | "limitBeforeTarget"
  | "resolutionBeforeLimit"
  | "emptyHours"
  | "nobodyToTell"
  | "noEventName"
  | "noAction"
  | "noResolutionLimit"
  | "noCheck"
  | "noTotal"

export type Problem = { section: Section; kind: ProblemKind }

/** Refuses what `problemsOf` names; its section says it in words. */
export const draftSchema = z
  .object({
    name: z.string().trim(),
    definition: z.custom<PlaybookDefinition>(),
  })
  .superRefine((draft, { addIssue }) => {
    for (const { section, kind } of problemsOf(draft)) {
      addIssue({
        code: "custom",
        path: [section === "name" ? "name" : "definition"],
        message: kind,
      })
    }
  })

/** What keeps a playbook from being saved, each kind once. */
export function problemsOf({ name, definition }: Draft): Problem[] {
  return [
    ...problem("name", name.trim() === "" && "noName"),
    ...when(definition),
    ...problem(
      "howQuickly",
      definition.response_limit_minutes < definition.response_target_minutes &&
        "limitBeforeTarget"
    ),
    ...problem(
      "howQuickly",
      definition.resolution_limit_minutes !== null &&
        definition.resolution_limit_minutes <
          definition.response_limit_minutes &&
        "resolutionBeforeLimit"
    ),
    ...problem("nobodyAnswers", hasEmptyHours(definition) && "emptyHours"),
    ...late(definition),
    ...problem(
      "safeOrders",
      definition.safe_orders?.enabled === true &&
        definition.safe_orders.checks.length === 0 &&
        Object.keys(definition.safe_orders.totals_below).length === 0 &&
        "noCheck"
    ),
    ...problem(
      "safeOrders",
      Object.values(definition.safe_orders?.totals_below ?? {}).some(
        (total) => total <= 0
      ) && "noTotal"
    ),
  ]
}

function problem(section: Section, kind: ProblemKind | false): Problem[] {
  return kind ? [{ section, kind }] : []
}

function when({ triggers, conditions }: PlaybookDefinition): Problem[] {
  const all = [...conditions.all, ...conditions.any]
  return [
    ...problem("when", triggers.length === 0 && "noTrigger"),
    ...problem("when", all.some(isEmpty) && "emptyCondition"),
    ...problem(
      "when",
      all.some(({ currency_code }) => currency_code === "") && "noCurrency"
    ),
  ]
}

function isEmpty({ value, currency_code }: Condition): boolean {
  return (
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (currency_code !== undefined && value === 0)
  )
}

function hasEmptyHours({ retry }: PlaybookDefinition): boolean {
  return retry.calling_hours !== null && !areCallingHours(retry.calling_hours)
}

function late({
  escalation,
  resolution_limit_minutes,
}: PlaybookDefinition): Problem[] {
  const lacks = (kind: ProblemKind, test: (step: EscalationStep) => boolean) =>
    problem("late", escalation.some(test) && kind)
  return [
    ...lacks(
      "nobodyToTell",
      ({ action }) =>
        action.kind === "notify" &&
        action.audience === "user" &&
        !action.user_id
    ),
    ...lacks(
      "noEventName",
      ({ action }) => action.kind === "emit_event" && action.event.trim() === ""
    ),
    ...lacks(
      "noAction",
      ({ action }) => action.kind === "custom" && action.name === ""
    ),
    ...lacks(
      "noResolutionLimit",
      ({ relative_to }) =>
        relative_to === "resolution_limit" && resolution_limit_minutes === null
    ),
  ]
}
