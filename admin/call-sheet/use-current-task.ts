import { useCallback, useEffect, useRef, useState, type RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { TaskOfCall } from "../api/queries"
import { isClosed } from "../task/outcome-actions"
import { bringIntoView } from "./bring-into-view"
import { callTaskId } from "./call-task"
import { nextOpen } from "./merge-tasks"

/** The task of the call that the keys settle, and the ways to another. */
export const useCurrentTask = ({
  id,
  tasks,
  sheet,
  isFormOpen,
}: {
  /** The task with which the sheet is opened. */
  id: string
  tasks: readonly TaskOfCall[]
  sheet: RefObject<HTMLElement>
  isFormOpen: boolean
}) => {
  const [chosenId, setChosenId] = useState(id)
  const [seen, setSeen] = useState<readonly string[]>([])
  const latest = useRef(tasks)
  latest.current = tasks
  const current =
    tasks.find(({ follow_up }) => follow_up.id === chosenId) ?? tasks[0]

  const see = useCallback(
    (taskId: string) =>
      setSeen((before) =>
        before.includes(taskId) ? before : [...before, taskId]
      ),
    []
  )
  const choose = (taskId: string) => {
    see(taskId)
    // A form is about the task for which it was opened.
    if (!isFormOpen) {
      setChosenId(taskId)
    }
  }
  const show = (taskId: string) => {
    choose(taskId)
    // After React has drawn what is current.
    requestAnimationFrame(() => bringIntoView(sheet, callTaskId(taskId)))
  }
  return {
    current,
    choose,
    show,
    see,
    isSeen: (taskId: string) => seen.includes(taskId),
    step: (by: 1 | -1) => {
      const at = tasks.findIndex((said) => said === current)
      const to = tasks[at + by]
      if (to) {
        show(to.follow_up.id)
      }
    },
    /** @returns whether the task is of this call */
    goTo: (taskId: string): boolean => {
      const isHere = latest.current.some(
        ({ follow_up }) => follow_up.id === taskId
      )
      if (isHere) {
        show(taskId)
      }
      return isHere
    },
    /**
     * Goes from a task that needs no work for now to what is left of the call.
     *
     * @param isReached - the customer is on the phone
     * @returns whether anything is left
     */
    goOn: (changed: FollowUp, isReached: boolean): boolean => {
      const left = latest.current
        .map(({ follow_up }) => follow_up)
        .filter(
          ({ id, status }) =>
            id === changed.id ||
            // Who was reached is spoken to about all that is open or waits.
            isReached ||
            status === "open"
        )
      const next = isClosed(changed) ? nextOpen(left, changed.id) : undefined
      if (next) {
        // Also while its predecessor's form is still open.
        setChosenId(next.id)
        show(next.id)
      }
      return next !== undefined
    },
  }
}

/**
 * Goes on from the current task once something else than an outcome has settled
 * it, such as what its section did to the order.
 *
 * @param isBusy - an outcome is being recorded, or a form is open
 * @param onDone - the user settled the last task; what others settle leaves the
 *   sheet where it is
 * @returns told which tasks a section did something for
 */
export const useGoOnOnceSettled = (
  current: FollowUp | undefined,
  isBusy: boolean,
  goOn: (changed: FollowUp, isReached: boolean) => boolean,
  onDone: () => void
): ((taskIds: readonly string[]) => void) => {
  /** The task that was current and open when last looked at. */
  const open = useRef<string | null>(null)
  const [doneFor, setDoneFor] = useState<readonly string[]>([])
  /** Settled, with nothing after it; that it was done here may be told later. */
  const [last, setLast] = useState<FollowUp | null>(null)
  useEffect(() => {
    if (!current || isBusy) {
      return
    }
    if (!isClosed(current)) {
      open.current = current.id
    } else if (open.current === current.id) {
      open.current = null
      setLast(goOn(current, false) ? null : current)
    }
  })
  useEffect(() => {
    if (last && doneFor.includes(last.id)) {
      setLast(null)
      if (!goOn(last, true)) {
        onDone()
      }
    }
  })
  return setDoneFor
}
