import { KINDS } from "../../../desk"
import type { ConditionDeclaration, KindOfWork } from "../../../desk/kind"
import type { PlaybookDefinition } from "../../../desk/playbook"
import { type FollowUpOptions, readOptions } from "../options/options"
import { RuleVersions } from "../rules/rule-versions"
import { deskOf, startingPlaybooks } from "../rules/settings"

/** What the plugin's own kinds of work bring. */
export const PLUGIN_DESK = deskOf(KINDS)

export const PLUGIN_TYPES = [...PLUGIN_DESK.types.values()]

/** How their playbooks begin, by type. */
export const DEFAULT_PLAYBOOKS: Readonly<Record<string, PlaybookDefinition>> =
  Object.fromEntries(startingPlaybooks(KINDS))

/** The same with conditions that an extension answers with yes or no. */
export function deskAsking(...conditions: string[]) {
  const declared: ConditionDeclaration[] = conditions.map((condition) => ({
    condition,
    label: { en: "A VIP" },
    kind: "boolean",
  }))
  const kind: KindOfWork = { kind: "an_extension", conditions: declared }
  return deskOf([...KINDS, kind])
}

/** The rules of a shop with these options. */
export function rulesUnder(options: FollowUpOptions = {}): RuleVersions {
  const settings = readOptions(options)
  return new RuleVersions(() => settings)
}
