import { ExclamationCircle } from "@medusajs/icons"
import { Button, Drawer, Skeleton } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import {
  useEffect,
  useState,
  type MutableRefObject,
  type RefObject,
} from "react"
import { callSheetOptions, useMyId } from "../api/queries"
import { useText } from "../i18n/use-text"
import { ShortcutHelp } from "../keyboard/shortcut-help"
import { useKeys } from "../keyboard/use-keys"
import { Message } from "../task/message"
import type { OutcomeAction } from "../task/outcome-actions"
import { call } from "../task/phone"
import { useRecord } from "../task/use-record"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { panelFor, type Panel } from "./panel"
import { SheetContent } from "./sheet-content"
import { SheetFoot } from "./sheet-foot"
import { SheetBar, SheetTask, type Steps } from "./sheet-head"
import { WhoToCall } from "./who-to-call"

type OpenSheetProps = {
  id: string
  sheet: RefObject<HTMLDivElement>
  nameRef: RefObject<HTMLHeadingElement>
  escape: MutableRefObject<(() => boolean) | null>
  steps: Steps | undefined
  asked: OutcomeAction | undefined
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
  onDone,
}: OpenSheetProps) => {
  const t = useText()
  const myId = useMyId()
  const record = useRecord()
  const [panel, setPanel] = useState<Panel>(asked ? panelFor(asked) : null)
  const { data, isError, error, refetch } = useQuery(
    callSheetOptions(id, t.language)
  )
  const task = data?.follow_up
  const loaded = task !== undefined
  useRefetchAtNextChange(task ? [task] : [])

  // The name arrives with the task; until then the focus is on the sheet.
  useEffect(() => {
    if (loaded) {
      nameRef.current?.focus()
    }
  }, [loaded, nameRef])

  useEffect(() => {
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
  const go = (to: string | null | undefined) => to && steps?.onGo(to)
  useKeys(
    {
      j: () => go(steps?.next),
      k: () => go(steps?.previous),
      ...(task && panel === null && { c: claim, t: () => call(task) }),
    },
    sheet
  )

  if (!data || !task) {
    return (
      <>
        <SheetBar steps={steps} />
        <Drawer.Title className="sr-only">{t("sheet.title")}</Drawer.Title>
        {isError ? (
          <Message
            icon={<ExclamationCircle />}
            title={t("sheet.error")}
            text={error.message}
          >
            <Button variant="secondary" onClick={() => void refetch()}>
              {t("error.retry")}
            </Button>
          </Message>
        ) : (
          <SheetSkeleton />
        )}
      </>
    )
  }

  return (
    <>
      <div className="border-b">
        <SheetBar steps={steps}>
          <ShortcutHelp place="sheet" within={sheet} />
        </SheetBar>
        <SheetTask
          task={task}
          onClaim={claim}
          onTakeOver={() =>
            myId !== undefined &&
            void record(task, { name: "assign", body: { assignee_id: myId } })
          }
        />
        <WhoToCall task={task} nameRef={nameRef} />
      </div>
      <div
        className="min-h-0 flex-1 overflow-y-auto"
        // Scrolls with the keyboard too.
        tabIndex={0}
        role="region"
        aria-label={t("sheet.title")}
      >
        <SheetContent sheet={data} />
      </div>
      <div
        role="group"
        aria-label={t("outcomeBar.label")}
        className="border-t px-6 py-4 max-sm:px-4 max-sm:py-3"
      >
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
    </>
  )
}

const SheetSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-y-4 px-6 py-4">
    <Skeleton className="h-5 w-40" />
    <Skeleton className="h-7 w-64" />
    <Skeleton className="h-5 w-48" />
    <Skeleton className="h-24 w-full" />
    <Skeleton className="h-14 w-full" />
    <Skeleton className="h-14 w-full" />
  </div>
)
