import type { Label } from "../../../desk/kind"
import { type ScriptLanguage, textIn } from "../scripts/languages"
import type { DeclaredDesk } from "./settings"

/** The names of the default calendar and playbooks, by language. */
export const CALENDAR_NAMES = {
  en: "Opening hours",
  uk: "Години роботи",
  ru: "Часы работы",
  bg: "Работно време",
} satisfies Record<ScriptLanguage, string>

export const PLAYBOOK_NAMES = {
  en: "Standard",
  uk: "Стандартний",
  ru: "Стандартный",
  bg: "Стандартен",
} satisfies Record<ScriptLanguage, string>

/**
 * The names of all that a shop does not name itself, each by language. They are
 * stored in one language; a reader is shown them in their own, until the shop
 * gives another name.
 */
export function builtInNames({
  canned_answers,
}: Pick<DeclaredDesk, "canned_answers">): Label[] {
  return [
    CALENDAR_NAMES,
    PLAYBOOK_NAMES,
    ...canned_answers.map(({ label }) => label),
  ]
}

/** A name as a reader of this language is shown it. */
export function builtInName(
  name: string,
  language: string,
  desk: Pick<DeclaredDesk, "canned_answers">
): string {
  const names = builtInNames(desk).find((names) =>
    Object.values(names).includes(name)
  )
  return names ? (textIn(names, language) ?? names.en ?? name) : name
}
