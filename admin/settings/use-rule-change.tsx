import { toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { AdminFollowUpDryRun } from "../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../i18n/use-text"
import { DryRunDialog, changesTasks, type Caution } from "./dry-run-dialog"

export type RuleChange = {
  /** Requests the effect on the open tasks. */
  dryRun: () => Promise<AdminFollowUpDryRun>
  /** Applies the change. */
  save: () => Promise<unknown>
  /** The success message. */
  done: string
  /** The time zone for the tasks' times before and after. */
  timeZone: string
  /** A warning; requires confirmation even if no task is affected. */
  caution?: Caution
  /** The confirm button's label; by default "Save". */
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
 * Changes the rules. A dry run shows the effect on the open tasks first; a user
 * must confirm it if it has any effect or a warning.
 */
export const useRuleChange = (): {
  /**
   * Resolves to whether the change was applied.
   *
   * @throws the server's error if it refuses
   */
  propose: (change: RuleChange) => Promise<boolean>
  pending: boolean
  /** To be rendered anywhere on the page. */
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

/** Stays open while the confirmed change is pending. */
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
