import { useState } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { draftOf, isChanged, type ChangeDefinition, type Draft } from "./draft"

/**
 * What is edited, and what it started from. It does not follow the server: what
 * somebody else saves meanwhile is told when this is saved.
 */
export const useDraft = (playbook: AdminFollowUpPlaybook) => {
  const [start, setStart] = useState(playbook)
  const [draft, setDraft] = useState<Draft>(() => draftOf(playbook))
  const startFrom = (from: AdminFollowUpPlaybook) => {
    setStart(from)
    setDraft(draftOf(from))
  }
  const changed = isChanged(draft, draftOf(start))
  // Where nothing is edited, there is nothing to lose.
  if (!changed && playbook.version > start.version) {
    startFrom(playbook)
  }
  const changeDefinition: ChangeDefinition = (change) =>
    setDraft((was) => ({
      ...was,
      definition: { ...was.definition, ...change },
    }))
  return {
    start,
    draft,
    changed,
    changeName: (name: string) => setDraft((was) => ({ ...was, name })),
    changeDefinition,
    startFrom,
  }
}
