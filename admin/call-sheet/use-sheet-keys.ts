import { useLayoutEffect, type MutableRefObject, type RefObject } from "react"
import { TAKES_CHOICE } from "../keyboard/listens"
import { useKeys } from "../keyboard/use-keys"
import type { Steps } from "./sheet-bar"
import { clickIn } from "./who-to-call"

/** What the page around the sheet asks it to do. */
export type SheetHandles = {
  /** Leaves what the sheet itself has open; false if that is nothing. */
  escape: MutableRefObject<(() => boolean) | null>
  /** Makes a task of this call the current one, if it is of this call. */
  goTo: MutableRefObject<((taskId: string) => boolean) | null>
}

/** The keys of the sheet, apart from those of its outcomes and sections. */
export const useSheetKeys = ({
  sheet,
  handles: { escape, goTo },
  isFormOpen,
  steps,
  onCloseForm,
  onGoTo,
  onStep,
  onClaim,
}: {
  sheet: RefObject<HTMLElement>
  handles: SheetHandles
  isFormOpen: boolean
  steps: Steps | undefined
  onCloseForm: () => void
  onGoTo: (taskId: string) => boolean
  /** Undefined in a call about one task. */
  onStep: ((by: 1 | -1) => void) | undefined
  /** Undefined until it is known whom to call. */
  onClaim: (() => void) | undefined
}) => {
  // In a layout effect: a key may be pressed as soon as the form is shown.
  useLayoutEffect(() => {
    escape.current = () => {
      // Such a list is left by itself.
      if (document.activeElement?.closest(`[${TAKES_CHOICE}]`)) {
        return true
      }
      if (isFormOpen) {
        onCloseForm()
      }
      return isFormOpen
    }
    goTo.current = onGoTo
    return () => {
      escape.current = null
      goTo.current = null
    }
  })
  const go = (to: string | null | undefined) => to && steps?.onGo(to)
  useKeys(
    // While a form is open, what was entered in it is not discarded.
    isFormOpen
      ? {}
      : {
          j: () => go(steps?.next),
          k: () => go(steps?.previous),
          ...(onClaim && {
            c: onClaim,
            t: () => clickIn(sheet.current, "contact"),
            e: () => clickIn(sheet.current, "fallback"),
          }),
          ...(onStep && {
            ArrowDown: () => onStep(1),
            ArrowUp: () => onStep(-1),
          }),
        },
    sheet
  )
}
