import { toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { AdminFollowUpDryRun } from "../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../i18n/use-text"
import { DryRunDialog, changesTasks, type Caution } from "./dry-run-dialog"

export type RuleChange = {
  /** Asks what it would do to the tasks that are open. */
  dryRun: () => Promise<AdminFollowUpDryRun>
  /** Does it. */
  save: () => Promise<unknown>
  /** What to say once it is done. */
  done: string
  /** The zone whose clocks show the tasks' times before and after. */
  timeZone: string
  /** What else it does: then it is asked even where no task moves. */
  caution?: Caution
  /** What the button says that does it; else "Save". */
  confirm?: string
  /** It cannot be undone. */
  dangerous?: boolean
}

type Question = {
  change: RuleChange
  dryRun: AdminFollowUpDryRun
  answer: (yes: boolean) => void
}

/**
 * Changes the rules: first it is asked what that would do to the open tasks,
 * and a person confirms it if it does anything, or needs care by itself.
 */
export const useRuleChange = (): {
  /**
   * Resolves to whether it was done.
   *
   * @throws what the server said when it refused
   */
  propose: (change: RuleChange) => Promise<boolean>
  pending: boolean
  /** Belongs somewhere on the page. */
  dialog: ReactNode
} => {
  const t = useText()
  const [pending, setPending] = useState(false)
  const [question, setQuestion] = useState<Question | null>(null)

  const propose = async (change: RuleChange): Promise<boolean> => {
    setPending(true)
    try {
      const dryRun = await change.dryRun()
      const touches = changesTasks(dryRun)
      if (touches || change.caution) {
        const confirmed = await new Promise<boolean>((answer) =>
          setQuestion({ change, dryRun, answer })
        )
        if (!confirmed) {
          return false
        }
      }
      await change.save()
      toast.success(change.done, {
        description: touches ? undefined : t("settings.dryRun.nothing"),
      })
      return true
    } finally {
      setQuestion(null)
      setPending(false)
    }
  }

  return {
    propose,
    pending,
    dialog: question && <ConfirmOnce question={question} />,
  }
}

/** Stays open while what was confirmed is under way. */
const ConfirmOnce = ({ question }: { question: Question }) => {
  const [confirmed, setConfirmed] = useState(false)
  return (
    <DryRunDialog
      dryRun={question.dryRun}
      timeZone={question.change.timeZone}
      caution={question.change.caution}
      confirm={question.change.confirm}
      dangerous={question.change.dangerous}
      pending={confirmed}
      onConfirm={() => {
        setConfirmed(true)
        question.answer(true)
      }}
      onCancel={() => question.answer(false)}
    />
  )
}
