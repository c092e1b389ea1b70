import { Drawer } from "@medusajs/ui"
import {
  useEffect,
  useMemo,
  useState,
  type ReactNode,
  type RefObject,
} from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { useKnownTask } from "../api/use-known-task"
import { useMinute } from "../clock/use-now"
import { ReceiptsOfSheet } from "../desk/done-in-section"
import { MainOfSections, useInHand } from "../desk/main-of-section"
import { SectionEntries, SectionEntriesOfSheet } from "../desk/section-entry"
import { dueOf } from "../desk/sheet-section"
import { useText } from "../i18n/use-text"
import { useSettling } from "../keyboard/settles-after"
import { closingOf } from "../task/closed-by"
import { LoadError } from "../task/load-error"
import { toastRefusal, useRecord, type Receipt } from "../task/use-record"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { focusName } from "./focus-name"
import { Joined } from "./joined"
import { localTime } from "./local-time"
import { isPartSettled, mainAction } from "./main-action"
import { leftIn, numbersFoundWrong } from "./merge-tasks"
import { panelFor, type AskedOutcome, type Panel } from "./panel"
import { SheetBar, type Steps } from "./sheet-bar"
import { SheetContent } from "./sheet-content"
import { SheetFoot } from "./sheet-foot"
import { Refusal, SheetSkeleton } from "./sheet-states"
import { SheetTask } from "./sheet-task"
import { SoFar } from "./so-far"
import { useCalled } from "./use-called"
import { useCurrentTask, useGoOnOnceSettled } from "./use-current-task"
import { useRecording, useShown } from "./use-recording"
import { useSheet } from "./use-sheet"
import { useSheetKeys, type SheetHandles } from "./use-sheet-keys"
import { WhoToCall } from "./who-to-call"
import { Writing, type MessageDraft } from "./writing"

type OpenSheetProps = {
  id: string
  sheet: RefObject<HTMLDivElement>
  nameRef: RefObject<HTMLHeadingElement>
  handles: SheetHandles
  steps: Steps | undefined
  /** What was done last: at the end, where it moves nothing. */
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
  handles,
  steps,
  receipt,
  asked,
  onReceipt,
  onDone,
}: OpenSheetProps) => {
  const t = useText()
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = useShown()
  const [entries] = useState(() => entriesFor(asked, id))
  const loaded = useSheet(id)
  const record = useRecord(
    {
      done: (receipt) => {
        setRefusal(null)
        loaded.keep(receipt.task)
        onReceipt(receipt)
      },
      // An undo may come from the next sheet.
      refused: (reason) =>
        shown.current ? setRefusal(reason) : toastRefusal(t, reason),
    },
    (task, place) => {
      choose(task.id)
      const isThere = entries.enter(place, task.id)
      if (isThere) {
        setRefusal(null)
      }
      return isThere
    }
  )
  const [panel, setPanel] = useState<Panel>(asked ? panelFor(asked) : null)
  const isFormOpen = panel !== null
  const known = useKnownTask(id)
  const tasks =
    loaded.tasks.length > 0
      ? loaded.tasks
      : known
        ? [{ follow_up: known, script: "", canned_answers: [] }]
        : []
  const followUps = tasks.map(({ follow_up }) => follow_up)
  const { myId, said, contact, calling, isCalling, hangUp } = useCalled(tasks)
  const { current, choose, show, see, isSeen, step, goTo, goOn } =
    useCurrentTask({
      id,
      tasks,
      sheet,
      isFormOpen,
    })
  const count = loaded.data ? tasks.length : (known?.call?.task_count ?? 1)
  const hasSections = count > 1 && !(loaded.data && loaded.isOfOne)
  const stuck = tasks.find(({ follow_up }) => follow_up.fallback)
  const isLoaded = contact !== undefined
  const there = localTime(contact?.customer_time_zones ?? [], useMinute())
  useRefetchAtNextChange(followUps)

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
  const leave = () => {
    hangUp()
    onDone()
  }
  const isDone = (changed: FollowUp, command: Command | null) => {
    if (!goOn(changed, command?.name === "attempts")) {
      leave()
    }
  }
  const recording = useRecording({ record, onPanel, onDone: isDone })
  const { hold, isSettled } = useSettling()
  const setDoneFor = useGoOnOnceSettled(
    current?.follow_up,
    recording.isPending || isFormOpen,
    (settled, isReached) => {
      const closing = closingOf(settled.id, loaded.activities)
      const isOwn = closing?.actor?.id === myId && !closing?.data.by_customer
      if (!isReached && !isOwn) {
        hold()
      }
      return goOn(settled, isReached)
    },
    leave
  )
  const going = steps && {
    ...steps,
    onGo: (to: string) => {
      hangUp()
      steps.onGo(to)
    },
  }
  const claim = () => contact && void record(contact, { name: "claim" })
  const takeOver = () =>
    contact &&
    myId !== undefined &&
    void record(contact, { name: "assign", body: { assignee_id: myId } })
  useSheetKeys({
    sheet,
    handles,
    isFormOpen,
    steps: going,
    onCloseForm: () => onPanel(null),
    onGoTo: goTo,
    onStep: tasks.length > 1 ? step : undefined,
    onClaim: contact && claim,
  })
  const joined = loaded.joined.find(({ follow_up }) => !isSeen(follow_up.id))

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
  const isSpeaking =
    isCalling || isPartSettled(followUps, loaded.data?.attempts ?? [])
  const inHand = useInHand()
  const main =
    contact &&
    mainAction({
      begun: isFormOpen ? "form" : inHand.latest === null ? null : "section",
      contact,
      outside: there?.outside ?? "no",
      phoneWasWrong: loaded.data?.phone_was_wrong ?? false,
      fallback: stuck?.follow_up.fallback ?? null,
      canWrite: writing !== null,
      isSpeaking,
    })
  const ofSections = {
    main: main === "section" ? inHand.latest : null,
    isSpeaking,
    take: inHand.take,
  }

  return (
    <SectionEntriesOfSheet.Provider value={entries}>
      <Writing.Provider value={writing}>
        <SheetBar
          steps={going}
          sections={loaded.data?.sections ?? []}
          within={sheet}
          calling={calling}
          onHangUp={isCalling ? hangUp : undefined}
        />
        <div
          className="min-h-0 flex-1 overflow-y-auto"
          // For scrolling with the keyboard.
          tabIndex={0}
          role="region"
          aria-label={t("sheet.title")}
          // What was refused is over once something else is done.
          onClickCapture={() => setRefusal(null)}
        >
          {contact ? (
            // A narrow window has no room to keep it sticky.
            <div
              data-head
              className="bg-ui-bg-base top-0 z-10 border-b sm:sticky"
            >
              <SheetTask
                task={contact}
                left={
                  hasSections ? (loaded.data ? leftIn(followUps) : count) : null
                }
                tasks={loaded.data ? followUps : []}
                due={dueOf(contact.id, loaded.data?.sections ?? [])}
                onClaim={claim}
                onTakeOver={takeOver}
              />
              <WhoToCall
                task={contact}
                said={said}
                stuck={stuck}
                wrong={numbersFoundWrong(followUps)}
                there={there}
                main={main}
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
            <ReceiptsOfSheet.Provider
              value={(taskIds, title, text) => {
                setRefusal(null)
                const isDone = taskIds.length > 0
                if (isDone) {
                  setDoneFor(taskIds)
                }
                onReceipt({
                  task: contact,
                  title,
                  text,
                  takeBack: undefined,
                  stays: isDone ? "refusals.attempt_of_deed" : undefined,
                })
              }}
            >
              <MainOfSections.Provider value={ofSections}>
                <SheetContent
                  sheet={loaded.data}
                  tasks={tasks}
                  contact={contact}
                  currentId={current.follow_up.id}
                  hasSections={hasSections}
                  isMain={main === "outcome"}
                  recording={recording}
                  onCurrent={choose}
                  onPanel={onPanel}
                />
              </MainOfSections.Provider>
            </ReceiptsOfSheet.Provider>
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
        </div>
        <Joined
          said={joined}
          others={loaded.tasks}
          onShow={show}
          onSeen={see}
        />
        {receipt}
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
              isMain={main === "outcome"}
              wrongPhones={loaded.data?.wrong_phones ?? []}
              sections={loaded.data?.sections ?? []}
              sheet={sheet}
              isMeant={isSettled}
              panel={panel}
              onPanel={onPanel}
              recording={recording}
            />
          </div>
        )}
      </Writing.Provider>
    </SectionEntriesOfSheet.Provider>
  )
}

/** What led here may be done in a section, which is yet to be drawn. */
function entriesFor(
  asked: AskedOutcome["action"] | undefined,
  taskId: string
): SectionEntries {
  const entries = new SectionEntries()
  if (typeof asked === "object" && "section" in asked) {
    entries.want(asked, taskId)
  }
  return entries
}
