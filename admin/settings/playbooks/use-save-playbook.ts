import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbook-changes"
import { faultsOf, Refused } from "../../api/refused"
import { useText } from "../../i18n/use-text"
import { useRuleChange } from "../use-rule-change"
import { movesDeadlines, type Draft } from "./draft"
import { sectionOfRefusal, type Section } from "./sections"
import { takenByText } from "./taken-by"

/** Why it was not saved. */
type Refusal =
  /** Another user has saved the playbook meanwhile. */
  | { kind: "overtaken"; latest: AdminFollowUpPlaybook }
  /** The errors in sections that have not been edited since. */
  | { kind: "refused"; faults: readonly unknown[] }

/**
 * Saves a draft; a change that moves deadlines needs a dry run and a
 * confirmation.
 */
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
    const update = async () => {
      const saved = await changes.update(start.id, body)
      onSaved(saved)
      const warning = saved.enabled ? takenByText(t, saved) : null
      if (warning !== null) {
        toast.warning(saved.name, { description: warning })
      }
    }
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
      setRefusal(await refusalOf(error, start, changes.latest))
    } finally {
      setPending(false)
    }
  }

  /** Clears the errors of edited sections: they may be fixed by now. */
  const forgiveIn = (sections: readonly Section[]) =>
    setRefusal((refusal) => without(sections, refusal))

  return {
    save,
    pending,
    refusal,
    forgive: () => setRefusal(null),
    forgiveIn,
    dialog,
  }
}

async function refusalOf(
  error: unknown,
  start: AdminFollowUpPlaybook,
  latestOf: (id: string) => Promise<AdminFollowUpPlaybook>
): Promise<Refusal> {
  const isOvertaken =
    error instanceof Refused && error.code === "playbook_changed"
  const latest = isOvertaken ? await latestOf(start.id).catch(() => null) : null
  return latest
    ? { kind: "overtaken", latest }
    : {
        kind: "refused",
        faults: faultsOf(error),
      }
}

function without(
  sections: readonly Section[],
  refusal: Refusal | null
): Refusal | null {
  if (refusal?.kind !== "refused") {
    return refusal
  }
  const faults = refusal.faults.filter(
    (fault) => !sections.includes(sectionOfRefusal(fault))
  )
  return faults.length > 0 ? { kind: "refused", faults } : null
}
