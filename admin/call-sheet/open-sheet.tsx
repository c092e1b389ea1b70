import { Drawer } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  type MutableRefObject,
  type RefObject,
} from "react"
import { callSheetOptions, useMyId } from "../api/queries"
import { useKnownTask } from "../api/use-known-task"
import { useText } from "../i18n/use-text"
import { useKeys } from "../keyboard/use-keys"
import { LoadError } from "../task/load-error"
import { useRecord, type Receipt } from "../task/use-record"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { focusName } from "./focus-name"
import { panelFor, type AskedOutcome, type Panel } from "./panel"
import { SheetContent } from "./sheet-content"
import { SheetFoot } from "./sheet-foot"
import type { Steps } from "./sheet-bar"
import { Refusal, SheetSkeleton } from "./sheet-states"
import { SheetTask } from "./sheet-task"
import { startContact, WhoToCall } from "./who-to-call"
import { Writing, type MessageDraft } from "./writing"

type OpenSheetProps = {
  id: string
  sheet: RefObject<HTMLDivElement>
  nameRef: RefObject<HTMLHeadingElement>
  escape: MutableRefObject<(() => boolean) | null>
  steps: Steps | undefined
  asked: AskedOutcome["action"] | undefined
  onReceipt: (receipt: Receipt) => void
  onDone: () => void
}

/** The call sheet of one task. */
export const OpenSheet = ({
  id,
  sheet,
  nameRef,
  escape,
  steps,
  asked,
  onReceipt,
  onDone,
}: OpenSheetProps) => {
  const t = useText()
  const myId = useMyId()
  const [refusal, setRefusal] = useState<string | null>(null)
  const record = useRecord({
    done: (receipt) => {
      setRefusal(null)
      onReceipt(receipt)
    },
    refused: setRefusal,
  })
  const [panel, setPanel] = useState<Panel>(asked ? panelFor(asked) : null)
  const { data, isError, error, refetch } = useQuery(
    callSheetOptions(id, t.language)
  )
  const known = useKnownTask(id)
  const task = data?.tasks[0]?.follow_up ?? known
  const loaded = task !== undefined
  useRefetchAtNextChange(task ? [task] : [])

  // The name arrives with the task; until then the sheet has the focus.
  useEffect(() => {
    if (loaded) {
      focusName(nameRef)
    }
  }, [loaded, nameRef])

  // In a layout effect: a key may be pressed as soon as the form is shown.
  useLayoutEffect(() => {
    escape.current = () => {
      if (panel === null) {
        return false
      }
      setPanel(null)
      nameRef.current?.focus()
      return true
    }
  }, [escape, nameRef, panel])

  const claim = () => task && void record(task, { name: "claim" })
  const takeOver = () =>
    task &&
    myId !== undefined &&
    void record(task, { name: "assign", body: { assignee_id: myId } })
  const go = (to: string | null | undefined) => to && steps?.onGo(to)
  useKeys(
    // While a form is open, what was entered in it is not discarded.
    panel === null
      ? {
          j: () => go(steps?.next),
          k: () => go(steps?.previous),
          ...(task && { c: claim, t: () => startContact(sheet.current) }),
        }
      : {},
    sheet
  )

  const write = useCallback(
    (draft: MessageDraft) => setPanel({ asks: "write", draft }),
    []
  )
  const isWritten = data !== undefined && data.channels.length > 0

  return (
    <Writing.Provider value={isWritten ? write : null}>
      <div
        className="min-h-0 flex-1 overflow-y-auto"
        // For scrolling with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={t("sheet.title")}
      >
        {task ? (
          // A narrow window has no room to keep it sticky.
          <div className="bg-ui-bg-base top-0 z-10 border-b sm:sticky">
            <SheetTask task={task} onClaim={claim} onTakeOver={takeOver} />
            <WhoToCall task={task} sheet={data} nameRef={nameRef} />
          </div>
        ) : (
          <Drawer.Title className="sr-only">{t("sheet.title")}</Drawer.Title>
        )}
        {data && <SheetContent sheet={data} onPanel={setPanel} />}
        {!data &&
          (isError ? (
            <LoadError
              title={t("sheet.error")}
              reason={error}
              onRetry={() => void refetch()}
            />
          ) : (
            <SheetSkeleton />
          ))}
      </div>
      {task && (
        <div
          role="group"
          aria-label={t("outcomeBar.label")}
          className="max-h-[60%] shrink-0 overflow-y-auto border-t px-6 py-4 max-sm:px-4 max-sm:py-3"
        >
          <Refusal reason={refusal} />
          <SheetFoot
            task={task}
            sheet={sheet}
            panel={panel}
            onPanel={(next) => {
              setPanel(next)
              if (next === null) {
                nameRef.current?.focus()
              }
            }}
            record={record}
            onDone={onDone}
          />
        </div>
      )}
    </Writing.Provider>
  )
}
