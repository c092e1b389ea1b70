import type { RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import { useKinds } from "../desk/use-kinds"
import { useKeys, type Keys } from "../keyboard/use-keys"
import { called } from "../task/called"
import { outcomeActions, type OutcomeAction } from "../task/outcome-actions"
import { useCall } from "../task/use-call"
import { rowId } from "./queue-row"
import { wayFrom } from "./steps"
import type { Row } from "./use-stable-rows"

type QueueKeys = {
  /** Those of the tab, and then those that a search finds elsewhere. */
  rows: readonly Row[]
  list: RefObject<HTMLElement | null>
  search: RefObject<HTMLInputElement | null>
  /** The row that last had the focus. */
  focusedKey: string | null
  onOpen: (id: string) => void
  onClaim: (task: FollowUp) => void
  /** Undoes what was just recorded. */
  onUndo: () => void
  /** Told when the key was pressed, in milliseconds of the page. */
  onOutcome: (row: Row, action: OutcomeAction, pressedAt: number) => void
}

/**
 * The list's shortcuts. Those that change a task require the focus on its row;
 * Enter opens the first one too while nothing has the focus.
 *
 * @returns the key of the only row in the tab order
 */
export const useQueueKeys = ({
  rows,
  list,
  search,
  focusedKey,
  onOpen,
  onClaim,
  onUndo,
  onOutcome,
}: QueueKeys): string | null => {
  const { outcomesOf } = useKinds()
  const call = useCall()
  const current =
    rows.find(({ key }) => key === focusedKey) ?? rows.find(({ gone }) => !gone)
  const currentKey = current?.key ?? null

  const hasFocus = () => {
    const row = document.activeElement?.closest("[role='row']") ?? null
    return row !== null && list.current?.contains(row) === true
  }
  const step = (towards: "next" | "previous") => {
    const row = hasFocus() ? wayFrom(rows, currentKey)[towards] : current
    if (row) {
      focusRow(row.key)
    }
  }
  const onFocused =
    (act: (row: Row, pressedAt: number) => void) => (pressedAt: number) => {
      if (current && !current.gone && hasFocus()) {
        act(current, pressedAt)
      }
    }

  const keys: Keys = {
    j: () => step("next"),
    k: () => step("previous"),
    ArrowDown: () => step("next"),
    ArrowUp: () => step("previous"),
    // A page that was just opened has its focus nowhere: the first row is meant.
    Enter: () => {
      const nowhere = document.activeElement === document.body
      if (current && !current.gone && (nowhere || hasFocus())) {
        onOpen(current.task.id)
      }
    },
    c: onFocused(({ task }) => onClaim(task)),
    // Without a number, the sheet opens for writing an email: it has the text.
    t: onFocused(({ task }) => {
      const { phone_e164 } = called(task)
      if (phone_e164 !== null) {
        void call(task, phone_e164)
      } else {
        onOpen(task.id)
      }
    }),
    u: onUndo,
    "/": () => search.current?.select(),
  }
  for (const key of OUTCOME_KEYS) {
    keys[key] = onFocused((row, pressedAt) => {
      const { task } = row
      const action = outcomeActions(
        task,
        outcomesOf(task.type),
        called(task)
      ).find((one) => one.key === key)
      if (action) {
        onOutcome(row, action, pressedAt)
      }
    })
  }
  useKeys(keys)

  return currentKey
}

/** Which of these are valid depends on the task. */
const OUTCOME_KEYS = [..."123456789nbvwlm"]

export function focusRow(key: string): void {
  document.getElementById(rowId(key))?.focus()
}
