import { Drawer } from "@medusajs/ui"
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type MutableRefObject,
  type ReactNode,
  type RefObject,
} from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { useMyId } from "../api/queries"
import { useCommand } from "../api/use-command"
import { useKnownTask } from "../api/use-known-task"
import { useText } from "../i18n/use-text"
import { useKeys } from "../keyboard/use-keys"
import { LoadError } from "../task/load-error"
import { isClosed } from "../task/outcome-actions"
import { useRecord, type Receipt } from "../task/use-record"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { bringIntoView } from "./bring-into-view"
import { callTaskId } from "./call-task"
import { focusName } from "./focus-name"
import { Joined } from "./joined"
import { contactOf, nextOpen } from "./merge-tasks"
import { panelFor, type AskedOutcome, type Panel } from "./panel"
import { SheetBar, type Steps } from "./sheet-bar"
import { SheetContent } from "./sheet-content"
import { SheetFoot } from "./sheet-foot"
import { Refusal, SheetSkeleton } from "./sheet-states"
import { SheetTask } from "./sheet-task"
import { SoFar } from "./so-far"
import { useRecording } from "./use-recording"
import { useSheet } from "./use-sheet"
import { clickIn, WhoToCall } from "./who-to-call"
import { Writing, type MessageDraft } from "./writing"

type OpenSheetProps = {
  id: string
  sheet: RefObject<HTMLDivElement>
  nameRef: RefObject<HTMLHeadingElement>
  escape: MutableRefObject<(() => boolean) | null>
  /** Makes a task of this call the current one, if it is of this call. */
  goTo: MutableRefObject<((taskId: string) => boolean) | null>
  steps: Steps | undefined
  /** What was done last, below the bar. */
  receipt: ReactNode
  asked: AskedOutcome["action"] | undefined
  onReceipt: (receipt: Receipt) => void
  onDone: () => void
}

/** The call sheet of one person. */
export const OpenSheet = ({
  id,
  sheet,
  nameRef,
  escape,
  goTo,
  steps,
  receipt,
  asked,
  onReceipt,
  onDone,
}: OpenSheetProps) => {
  const t = useText()
  const myId = useMyId()
  const [refusal, setRefusal] = useState<string | null>(null)
  const loaded = useSheet(id)
  const record = useRecord({
    done: (receipt) => {
      setRefusal(null)
      loaded.keep(receipt.task)
      onReceipt(receipt)
    },
    refused: setRefusal,
  })
  const [panel, setPanel] = useState<Panel>(asked ? panelFor(asked) : null)
  const [chosenId, setChosenId] = useState(id)
  const [seen, setSeen] = useState<readonly string[]>([])
  const known = useKnownTask(id)
  const tasks =
    loaded.tasks.length > 0
      ? loaded.tasks
      : known
        ? [{ follow_up: known, script: "", canned_answers: [] }]
        : []
  const said = contactOf(tasks)
  // Who was called stays, also once the task that has the number is settled.
  const called = useRef(said?.follow_up)
  if (said && !isCalledAs(said.follow_up, called.current)) {
    called.current = said.follow_up
  }
  const contact = said && {
    ...said.follow_up,
    ...identityOf(called.current ?? said.follow_up),
  }
  const current =
    tasks.find(({ follow_up }) => follow_up.id === chosenId) ?? tasks[0]
  const count = loaded.data ? tasks.length : (known?.call?.task_count ?? 1)
  const hasSections = count > 1 && !(loaded.data && loaded.isOfOne)
  const stuck = tasks.find(({ follow_up }) => follow_up.fallback)
  const isLoaded = contact !== undefined
  const latest = useRef(tasks)
  latest.current = tasks
  useRefetchAtNextChange(tasks.map(({ follow_up }) => follow_up))

  // The name arrives with the task; until then the sheet has the focus.
  useEffect(() => {
    if (isLoaded) {
      focusName(nameRef)
    }
  }, [isLoaded, nameRef])

  const onPanel = (next: Panel) => {
    setPanel(next)
    if (next === null) {
      nameRef.current?.focus({ preventScroll: true })
    }
  }
  const choose = (taskId: string) => {
    setSeen((before) =>
      before.includes(taskId) ? before : [...before, taskId]
    )
    // A form is about the task for which it was opened.
    if (panel === null) {
      setChosenId(taskId)
    }
  }
  const show = (taskId: string) => {
    choose(taskId)
    // After React has drawn what is current.
    requestAnimationFrame(() => bringIntoView(sheet, callTaskId(taskId)))
  }
  const isDone = (changed: FollowUp, command: Command | null) => {
    const left = latest.current
      .map(({ follow_up }) => follow_up)
      .filter(
        ({ id, status }) =>
          id === changed.id ||
          // Who was reached is spoken to about all that is open or waits.
          command?.name === "attempts" ||
          status === "open"
      )
    const next = isClosed(changed) ? nextOpen(left, changed.id) : undefined
    if (next) {
      setChosenId(next.id)
      show(next.id)
    } else {
      leave()
      onDone()
    }
  }
  const recording = useRecording({ record, onPanel, onDone: isDone })

  // In a layout effect: a key may be pressed as soon as the form is shown.
  useLayoutEffect(() => {
    escape.current = () => {
      if (panel === null) {
        return false
      }
      onPanel(null)
      return true
    }
    goTo.current = (taskId) => {
      const isHere = latest.current.some(
        ({ follow_up }) => follow_up.id === taskId
      )
      if (isHere) {
        show(taskId)
      }
      return isHere
    }
    return () => {
      escape.current = null
      goTo.current = null
    }
  })

  const send = useCommand()
  const calling = contact?.call?.calling
  /** Whoever goes on to another customer has hung up. */
  const leave = () => {
    if (contact && calling && calling.actor.id === myId) {
      send(contact.id, { name: "hang-up" }).catch(() => undefined)
    }
  }
  const going = steps && {
    ...steps,
    onGo: (to: string) => {
      leave()
      steps.onGo(to)
    },
  }
  const go = (to: string | null | undefined) => to && going?.onGo(to)
  const step = (by: 1 | -1) => {
    const at = tasks.findIndex((said) => said === current)
    const to = tasks[at + by]
    if (to) {
      show(to.follow_up.id)
    }
  }
  const claim = () => contact && void record(contact, { name: "claim" })
  const takeOver = () =>
    contact &&
    myId !== undefined &&
    void record(contact, { name: "assign", body: { assignee_id: myId } })
  useKeys(
    // While a form is open, what was entered in it is not discarded.
    panel === null
      ? {
          j: () => go(steps?.next),
          k: () => go(steps?.previous),
          ...(contact && {
            c: claim,
            t: () => clickIn(sheet.current, "contact"),
            e: () => clickIn(sheet.current, "fallback"),
          }),
          ...(tasks.length > 1 && {
            ArrowDown: () => step(1),
            ArrowUp: () => step(-1),
          }),
        }
      : {},
    sheet
  )
  const joined = loaded.joined.find(
    ({ follow_up }) => !seen.includes(follow_up.id)
  )

  const { data } = loaded
  const writing = useMemo(
    () =>
      data !== undefined && data.channels.length > 0
        ? {
            sheet: data,
            write: (draft: MessageDraft) => setPanel({ asks: "write", draft }),
          }
        : null,
    [data]
  )

  return (
    <Writing.Provider value={writing}>
      <SheetBar
        steps={going}
        within={sheet}
        calling={calling ?? null}
        onHangUp={calling?.actor.id === myId ? leave : undefined}
      />
      {receipt}
      <div
        className="min-h-0 flex-1 overflow-y-auto"
        // For scrolling with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={t("sheet.title")}
      >
        {contact ? (
          // A narrow window has no room to keep it sticky.
          <div
            data-head
            className="bg-ui-bg-base top-0 z-10 border-b sm:sticky"
          >
            <SheetTask
              task={contact}
              count={hasSections ? count : 1}
              onClaim={claim}
              onTakeOver={takeOver}
            />
            <WhoToCall
              task={contact}
              said={said}
              stuck={stuck}
              sheet={loaded.data}
              nameRef={nameRef}
              onCancelOrder={(taskId) => {
                choose(taskId)
                onPanel({ asks: "cancel_order" })
              }}
              onAssign={() => onPanel({ asks: "assign" })}
            >
              {loaded.data && (
                <SoFar
                  task={contact}
                  sheet={loaded.data}
                  activities={loaded.activities}
                />
              )}
            </WhoToCall>
          </div>
        ) : (
          <Drawer.Title className="sr-only">{t("sheet.title")}</Drawer.Title>
        )}
        {loaded.data && contact && current && (
          <SheetContent
            sheet={loaded.data}
            tasks={tasks}
            contact={contact}
            currentId={current.follow_up.id}
            hasSections={hasSections}
            recording={recording}
            onCurrent={choose}
            onPanel={onPanel}
          />
        )}
        {!loaded.data &&
          (loaded.error ? (
            <LoadError
              title={t("sheet.error")}
              reason={loaded.error}
              onRetry={loaded.retry}
            />
          ) : (
            <SheetSkeleton />
          ))}
        <Joined said={joined} onShow={show} />
      </div>
      {contact && current && (
        <div
          role="group"
          aria-label={t("outcomeBar.label")}
          className="max-h-[60%] shrink-0 overflow-y-auto border-t px-6 py-4 max-sm:px-4 max-sm:py-3"
        >
          <Refusal reason={refusal} />
          <SheetFoot
            said={current}
            contact={contact}
            hasSections={hasSections}
            isOneOfSeveral={count > 1}
            isStuck={stuck !== undefined}
            sheet={sheet}
            panel={panel}
            onPanel={onPanel}
            recording={recording}
          />
        </div>
      )}
    </Writing.Provider>
  )
}

/** Whether another task's number, or none, leaves the call as it is. */
const isCalledAs = (task: FollowUp, called: FollowUp | undefined): boolean =>
  called !== undefined &&
  called.id !== task.id &&
  (task.phone_e164 === null || task.phone_e164 === called.phone_e164)

const identityOf = ({ customer_name, email, phone, phone_e164 }: FollowUp) => ({
  customer_name,
  email,
  phone,
  phone_e164,
})
