import { toast } from "@medusajs/ui"
import { useRef } from "react"
import type { Command } from "../api/command"
import { Refused } from "../api/refused"
import type { FollowUp } from "../api/follow-up"
import { useCommand } from "../api/use-command"
import { serverNow } from "../clock/clock"
import { useKinds } from "../desk/use-kinds"
import type { TextKey } from "../i18n/text-key"
import { useText, type Text } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { doneText, doneTitle } from "./done-text"
import { isBeingCalled, useDespiteCall } from "./use-despite-call"
import type { PlaceOfDeed } from "./outcome-actions"
import { wayBack, whyItStays } from "./way-back"

/** @returns the updated task, or null if the server or the user refused */
export type RecordCommand = (
  task: FollowUp,
  command: Command
) => Promise<FollowUp | null>

/** The result of a successful command. */
export type Receipt = {
  task: FollowUp
  title: string
  text: string | undefined
  takeBack: TakeBack | undefined
  /** Why what was recorded cannot be undone. */
  stays?: TextKey
}

/** How to undo what was just recorded. */
export type TakeBack = {
  label: "done.undo" | "done.reopen"
  run: () => Promise<FollowUp | null>
}

/** How to notify the user; by default, with a toast. */
export type Say = {
  done: (receipt: Receipt) => void
  refused: (reason: string) => void
}

/**
 * Leads to where it has yet to be done what an outcome says.
 *
 * @returns whether that is the very place, which says enough
 */
export type LeadTo = (task: FollowUp, place: PlaceOfDeed) => boolean | void

/**
 * Sends a command and reports its result. If somebody else is calling the
 * customer, it asks once, and sends it again. A second command on the same task is
 * dropped while the first is pending: it is a repeated key press.
 */
export const useRecord = (say?: Say, leadTo?: LeadTo): RecordCommand => {
  const t = useText()
  const kinds = useKinds()
  const send = useCommand()
  const busy = useRef(new Set<string>())
  const sendOrAsk = useDespiteCall()

  const record: RecordCommand = async (task, command) => {
    if (busy.current.has(task.id)) {
      return null
    }
    busy.current.add(task.id)
    const { done, refused } = say ?? toasts(t)
    try {
      const changed = await sendOrAsk(
        async (despite) => await send(task.id, { ...command, ...despite })
      )
      const back = wayBack(task, changed, command)
      done({
        task: changed,
        title: doneTitle(t, kinds, changed, command),
        text: doneText(t, kinds, changed, command, serverNow()),
        stays: whyItStays(command),
        takeBack: back && {
          label: back.name === "reopen" ? "done.reopen" : "done.undo",
          run: () => record(changed, back),
        },
      })
      return changed
    } catch (error) {
      if (isBeingCalled(error)) {
        // The user was asked.
        return null
      }
      if (error instanceof Refused && error.code === "outcome_undone") {
        const { section, outcome } = error.values
        if (
          leadTo?.(task, { section: String(section), outcome: String(outcome) })
        ) {
          return null
        }
      }
      refused(
        refusalText(
          t,
          error,
          (outcome) => kinds.outcomeName(task.type, outcome),
          task.calendar.time_zone
        )
      )
      return null
    } finally {
      busy.current.delete(task.id)
    }
  }
  return record
}

/** By default toasts lie over the last rows and the outcomes. */
const ASIDE = { position: "top-center", dismissable: false } as const

/** Shows a toast with an undo button. */
export function toastReceipt(
  t: Text,
  { title, text, takeBack }: Receipt
): void {
  toast.success(title, {
    ...ASIDE,
    // One at a time: what is undone can not be undone once more.
    id: "follow-ups-receipt",
    description: text,
    ...(takeBack && {
      action: {
        label: t(takeBack.label),
        altText: t(takeBack.label),
        onClick: () => void takeBack.run(),
      },
    }),
  })
}

/** Shows the server's error in a toast. */
export function toastRefusal(t: Text, reason: string): void {
  toast.error(t("done.failed"), { ...ASIDE, description: reason })
}

function toasts(t: Text): Say {
  return {
    done: (receipt) => toastReceipt(t, receipt),
    refused: (reason) => toastRefusal(t, reason),
  }
}
