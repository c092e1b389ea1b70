import { Drawer } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useText } from "../i18n/use-text"
import { useKeys } from "../keyboard/use-keys"
import { toastReceipt } from "../task/use-record"
import { Finished } from "./finished"
import { focusName } from "./focus-name"
import { OpenSheet } from "./open-sheet"
import type { AskedOutcome } from "./panel"
import { ReceiptLine } from "./receipt-line"
import { SheetBar, type Steps } from "./sheet-bar"
import { type Receipts, useReceipt } from "../task/use-receipt"

type CallSheetProps = {
  /** The task to work on; null while the sheet is closed. */
  taskId: string | null
  /** Opens the sheet with the form of this outcome. */
  asked?: AskedOutcome | null
  onClose: () => void
  /** The list to work through; without one, finishing closes the sheet. */
  steps?: Steps
  /** Where to put the focus on closing; by default, where it was before. */
  onReturnFocus?: () => void
  /** Those of the page around it, which has an undo too. */
  receipts?: Receipts
}

/** Everything needed for a call, in a drawer over any page. */
export const CallSheet = ({
  taskId,
  asked,
  onClose,
  steps: given,
  onReturnFocus,
  receipts,
}: CallSheetProps) => {
  const t = useText()
  const sheet = useRef<HTMLDivElement>(null)
  const nameRef = useRef<HTMLHeadingElement>(null)
  /** Handles Escape first if the sheet itself has something to close. */
  const escape = useRef<(() => boolean) | null>(null)
  /** Null while the sheet shows no call. */
  const goTo = useRef<((taskId: string) => boolean) | null>(null)
  const [finished, setFinished] = useState(false)
  const own = useReceipt()
  const { receipt, latest, tell, hide, undo: takeBack } = receipts ?? own
  // Keeps the last task visible while the sheet slides out.
  const shownId = useRef(taskId)
  shownId.current = taskId ?? shownId.current

  useEffect(() => {
    setFinished(false)
    if (taskId === null) {
      hide()
    }
    focusName(nameRef)
  }, [taskId, hide])

  /** The sheet that was asked for: the page draws it when it gets to it. */
  const onTheWay = useRef<string | null>(null)
  useEffect(() => {
    onTheWay.current = null
  }, [taskId])
  const steps = given && {
    ...given,
    onGo: (id: string) => {
      onTheWay.current = id === taskId ? null : id
      given.onGo(id)
    },
  }
  const following = steps?.following ?? null
  const done = () => {
    if (!steps) {
      onClose()
      if (latest.current) {
        toastReceipt(t, latest.current)
      }
    } else if (following === null) {
      setFinished(true)
    } else {
      steps.onGo(following)
    }
  }
  const undo = async () => {
    const undone = await takeBack()
    if (!undone) {
      return
    }
    const isHere = goTo.current?.(undone.id) ?? false
    if (!isHere || onTheWay.current !== null) {
      setFinished(false)
      steps?.onGo(undone.id)
    }
  }
  useKeys({ u: () => void undo() }, sheet)
  const told = <ReceiptLine receipt={receipt} onUndo={() => void undo()} />

  return (
    <Drawer open={taskId !== null} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content
        ref={sheet}
        aria-describedby={undefined}
        className="sm:max-w-[640px]"
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          focusName(nameRef)
        }}
        onCloseAutoFocus={(event) => {
          if (onReturnFocus) {
            event.preventDefault()
            onReturnFocus()
          }
        }}
        onEscapeKeyDown={(event) => {
          if (escape.current?.()) {
            event.preventDefault()
          }
        }}
      >
        {finished ? (
          <>
            <SheetBar steps={undefined} within={sheet} />
            <Finished steps={steps} />
            {told}
          </>
        ) : (
          shownId.current !== null && (
            <OpenSheet
              key={shownId.current}
              id={shownId.current}
              sheet={sheet}
              nameRef={nameRef}
              handles={{ escape, goTo }}
              steps={steps}
              receipt={told}
              asked={
                asked?.taskId === shownId.current ? asked.action : undefined
              }
              onReceipt={tell}
              onDone={done}
            />
          )
        )}
      </Drawer.Content>
    </Drawer>
  )
}
