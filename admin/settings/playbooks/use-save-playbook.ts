import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { useRuleChange } from "../use-rule-change"
import { movesDeadlines, type Draft } from "./draft"
import { sectionOfRefusal, type Section } from "./sections"

/** Why it was not saved. */
export type Refusal =
  /** Somebody else saved this version meanwhile. */
  | { kind: "overtaken"; latest: AdminFollowUpPlaybook }
  /** `section`: null where the server named none. */
  | { kind: "refused"; section: Section | null; message: string }

/** Saves a draft; what moves deadlines is first tried out and confirmed. */
export const useSavePlaybook = (
  start: AdminFollowUpPlaybook,
  timeZone: string,
  onSaved: (playbook: AdminFollowUpPlaybook) => void
) => {
  const t = useText()
  const changes = usePlaybookChanges()
  const { propose, dialog } = useRuleChange()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const save = async ({ name, definition }: Draft): Promise<void> => {
    const body = { name, definition, version: start.version }
    const update = async () => onSaved(await changes.update(start.id, body))
    setPending(true)
    setRefusal(null)
    try {
      if (movesDeadlines(definition, start.definition)) {
        await propose({
          dryRun: () => changes.tryOut(start.id, body),
          save: update,
          done: t("settings.playbooks.saved"),
          timeZone,
        })
      } else {
        await update()
        toast.success(t("settings.playbooks.saved"))
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      setRefusal(await refusalOf(message, start, changes.latest))
    } finally {
      setPending(false)
    }
  }

  return { save, pending, refusal, forgive: () => setRefusal(null), dialog }
}

/** Asks for the latest version: the words of a refusal do not say that it is newer. */
async function refusalOf(
  message: string,
  start: AdminFollowUpPlaybook,
  latestOf: (id: string) => Promise<AdminFollowUpPlaybook>
): Promise<Refusal> {
  const latest = await latestOf(start.id).catch(() => null)
  return latest && latest.version !== start.version
    ? { kind: "overtaken", latest }
    : { kind: "refused", section: sectionOfRefusal(message), message }
}
