import type { MedusaContainer } from "@medusajs/framework/types"

import { KINDS } from "../../desk"
import type {
  AskedFor,
  KindHandlers,
  ScriptValue,
  ScriptValues,
  SheetSection,
  TaskOfKind,
} from "../../desk/handlers"
import type { KindOfWork } from "../../desk/kind"
import { FOLLOW_UP_MODULE, unknownOf } from "../../modules/follow-up"
import { patienceOf } from "./patience"
import { withTimeout } from "./with-timeout"
import { reportError } from "./report-error"

const ownHandlers = new Map<string, KindHandlers>()

/**
 * Adds the handlers of the plugin's own kinds of work. They import the workflows
 * that change tasks, which ask here for handlers, so this file cannot import
 * them: `workflows/handlers.ts` lists them.
 */
export function addOwnHandlers(
  handlers: readonly (readonly [KindOfWork, KindHandlers])[]
): void {
  for (const [{ kind }, own] of handlers) {
    ownHandlers.set(kind, own)
  }
}

/** A kind of work with its handlers. */
export type Kind = { declaration: KindOfWork; handlers: KindHandlers }

/** The kinds of work of this shop, the plugin's own first. */
export function kindsOf(container: Pick<MedusaContainer, "resolve">): Kind[] {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  return [
    ...KINDS.map((declaration) => ({
      declaration,
      handlers: ownHandlers.get(declaration.kind) ?? {},
    })),
    ...settings.extensions.map(({ declaration, handlers = {} }) => ({
      declaration,
      handlers,
    })),
  ]
}

/** The handlers of the kinds of work of this shop. */
export function handlersOf(
  container: Pick<MedusaContainer, "resolve">
): KindHandlers[] {
  return kindsOf(container).map(({ handlers }) => handlers)
}

/**
 * The sections that these tasks' kinds of work add to the sheet; equal ones are
 * merged. A section that fails or times out is left out and logged.
 */
export async function sectionsOf(
  tasks: readonly TaskOfKind[],
  asked: AskedFor,
  container: MedusaContainer
): Promise<(SheetSection & { kind: string })[]> {
  const brought = await Promise.all(
    kindsOf(container).map(async ({ declaration, handlers }) => {
      const { kind } = declaration
      const theirs = tasksOf(declaration, tasks)
      const sections =
        theirs.length > 0 && handlers.sections
          ? await orReport(
              `the section of ${kind}`,
              () => handlers.sections?.(theirs, asked, container) ?? [],
              [],
              container
            )
          : []
      return sections.map((section) => ({ ...section, kind }))
    })
  )
  return brought.flat()
}

/** A kind without task types is for the tasks of all kinds. */
function tasksOf(
  { task_types = [] }: KindOfWork,
  tasks: readonly TaskOfKind[]
): readonly TaskOfKind[] {
  return task_types.length === 0
    ? tasks
    : tasks.filter((task) => task_types.some(({ type }) => type === task.type))
}

type ScriptVariables = NonNullable<KindHandlers["script_variables"]>

/**
 * The script variables of kinds of work for a text in a language, by group and
 * part as scripts name them; empty if unknown.
 */
export async function scriptValuesOf(
  about: Parameters<ScriptVariables>[0],
  asked: Parameters<ScriptVariables>[1],
  container: MedusaContainer
): Promise<(language: string) => Record<string, Record<string, unknown>>> {
  const variables: {
    group: string
    part: string
    valueIn: (language: string) => unknown
  }[] = []
  for (const { declaration, handlers } of kindsOf(container)) {
    const { kind, script_variables: declared = [] } = declaration
    if (declared.length === 0) {
      continue
    }
    const given = await orReport(
      `the script variables of ${kind}`,
      () => handlers.script_variables?.(about, asked, container) ?? {},
      {},
      container
    )
    for (const { name, example } of declared) {
      const [group = "", part = ""] = name.split(".")
      const value = given[name]
      variables.push({
        group,
        part,
        valueIn: (language) =>
          valueIn(name, value, language, container) ?? unknownOf(example),
      })
    }
  }
  return (language) => {
    const values: Record<string, Record<string, unknown>> = {}
    for (const { group, part, valueIn } of variables) {
      values[group] = { ...values[group], [part]: valueIn(language) }
    }
    return values
  }
}

/** @returns undefined if it is unknown, or if the extension's code fails */
function valueIn(
  name: string,
  value: ScriptValues[string] | undefined,
  language: string,
  container: MedusaContainer
): ScriptValue | undefined {
  if (typeof value !== "function") {
    return value
  }
  try {
    return value(language)
  } catch (error) {
    reportError(
      `the script variable ${name} failed and is left out`,
      error,
      container
    )
    return undefined
  }
}

/** The result of an extension's code, or `otherwise` if it fails. */
async function orReport<Result>(
  what: string,
  ask: () => Result | Promise<Result>,
  otherwise: Result,
  container: MedusaContainer
): Promise<Result> {
  const { sheet_part_ms } = patienceOf(container)
  try {
    return await withTimeout(
      Promise.resolve().then(ask),
      sheet_part_ms,
      `it took more than ${sheet_part_ms / 1_000} seconds`
    )
  } catch (error) {
    reportError(`${what} failed and is left out`, error, container)
    return otherwise
  }
}
