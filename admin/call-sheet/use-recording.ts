import { usePrompt } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { deedAfter } from "../desk/order/order-deed"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { commandFor, type Answers } from "../task/command-for"
import { isClosed, type OutcomeAction } from "../task/outcome-actions"
import type { RecordCommand } from "../task/use-record"
import { panelFor, type Panel } from "./panel"

type Pending = { taskId: string; name: string }

/** Records what comes of the call, with the note that was written. */
export const useRecording = ({
  record,
  onPanel,
  onDone,
}: {
  record: RecordCommand
  onPanel: (panel: Panel) => void
  /** The task needs no work for now. */
  onDone: (task: FollowUp, command: Command | null) => void
}) => {
  const t = useText()
  const { outcomesOf, outcomeName } = useKinds()
  const ask = usePrompt()
  const [note, setNote] = useState("")
  const [pending, setPending] = useState<Pending | null>(null)
  // A late answer must not move a user who has gone on to another customer.
  const shown = useShown()

  /** What was done in a section of the sheet, reopening does not take back. */
  const isMeant = async ({ type, outcome }: FollowUp) =>
    !outcomesOf(type).some(
      (one) => one.outcome === outcome && one.done_in !== null
    ) ||
    (await ask({
      variant: "confirmation",
      title: outcomeName(type, outcome ?? ""),
      description: t("done.reopenKeeps"),
      confirmText: t("done.reopen"),
      cancelText: t("forms.back"),
    }))

  const run = async (task: FollowUp, command: Command, name?: string) => {
    if (command.name === "reopen" && !(await isMeant(task))) {
      return
    }
    setPending({ taskId: task.id, name: name ?? command.name })
    const changed = await record(task, command)
    setPending(null)
    if (!changed || !shown.current) {
      return
    }
    if ("body" in command && "note" in command.body) {
      setNote("")
    }
    const deed = isClosed(task)
      ? null
      : deedAfter(changed, outcomesOf(changed.type))
    onPanel(deed && { asks: deed })
    if (deed === null && (isClosed(changed) || changed.status === "waiting")) {
      onDone(changed, command)
    }
  }
  const send = (
    task: FollowUp,
    action: OutcomeAction,
    answers: Answers = {}
  ): void =>
    void run(task, commandFor(action, { note, ...answers }), action.outcome)

  return {
    note,
    setNote,
    written: note.trim() ? { note: note.trim() } : {},
    isPending: pending !== null,
    /** What is being sent of a task; empty if it is another's. */
    pendingOf: (taskId: string): string | null =>
      pending && (pending.taskId === taskId ? pending.name : ""),
    run: (task: FollowUp, command: Command): void => void run(task, command),
    send,
    /** Nothing more is to be done for it: the sheet goes on. */
    finish: (task: FollowUp): void => onDone(task, null),
    /** Asks first for what the outcome needs. */
    choose: (task: FollowUp, action: OutcomeAction): void =>
      action.asks ? onPanel(panelFor(action)) : send(task, action),
  }
}

/** Whether the component is still on the page, for answers that come later. */
export const useShown = (): { readonly current: boolean } => {
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return shown
}

export type Recording = ReturnType<typeof useRecording>
