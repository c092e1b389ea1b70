import { useContext, useEffect, useRef, type RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { AskedForm } from "../desk/asked-form"
import { EditOrderForm } from "../desk/order/edit-order-form"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { useEditOrder } from "../order/return-to-call"
import { isClosed } from "../task/outcome-actions"
import { AssignForm } from "./assign-form"
import { CancelForm } from "./cancel-form"
import { ChannelForm } from "./channel-form"
import { CancelOrderForm } from "./cancel-order-form"
import { loadForms, TimeForm, WriteForm } from "./forms-when-opened"
import { NoteForm } from "./note-form"
import { OutcomePanel } from "./outcome-panel"
import type { Panel } from "./panel"
import { callBackTimes, waitTimes } from "./quick-times"
import type { Recording } from "./use-recording"
import { Writing } from "./writing"

type SheetFootProps = {
  /** The one to settle. */
  said: TaskOfCall
  /** What is true of the whole call is recorded on it. */
  contact: FollowUp
  /** Each task has its outcomes in its own section. */
  hasSections: boolean
  /** The call has more tasks, so this one is named. */
  isOneOfSeveral: boolean
  /** The attempts of one of the call's tasks are used up. */
  isStuck: boolean
  /** To record what came of it is what comes next. */
  isMain: boolean
  /** Numbers at which somebody else answered. */
  wrongPhones: readonly string[]
  sections: CallSheet["sections"]
  sheet: RefObject<Element>
  /** Whether a key that was pressed at that moment is meant for the task. */
  isMeant: (pressedAt: number) => boolean
  panel: Panel
  onPanel: (panel: Panel) => void
  recording: Recording
}

/** Records the call: shows the outcomes, or the form of one. */
export const SheetFoot = ({
  said,
  contact,
  hasSections,
  isOneOfSeveral,
  isStuck,
  isMain,
  wrongPhones,
  sections,
  sheet,
  isMeant,
  panel,
  onPanel,
  recording,
}: SheetFootProps) => {
  const t = useText()
  const { outcomeName } = useKinds()
  const editOrder = useEditOrder()
  const { follow_up: task } = said
  const { note, setNote, written, run, send, finish } = recording
  const place = {
    timeZone: contact.calendar.time_zone,
    zonesThere: contact.customer_time_zones,
    isCall: panel?.asks === "time",
  }
  const writing = useContext(Writing)
  useEffect(loadForms, [])

  const closed = isClosed(task)
  const wasClosed = useRef({ id: task.id, closed })
  useEffect(() => {
    // What led to the order's form was undone.
    if (
      wasClosed.current.id === task.id &&
      wasClosed.current.closed &&
      !closed
    ) {
      onPanel(null)
    }
    wasClosed.current = { id: task.id, closed }
  })

  /** The call is over, and the order stays as it is. */
  const leaveOrder = () => {
    onPanel(null)
    if (closed) {
      finish(task)
    }
  }
  const asked = {
    pending: recording.isPending,
    onBack: () => onPanel(null),
  }
  const draft = { note, onNote: setNote }

  switch (panel?.asks) {
    case "fields":
      return (
        <AskedForm
          {...asked}
          outcome={outcomeName(task.type, panel.action.outcome)}
          fields={panel.fields}
          wrongPhones={wrongPhones}
          onSubmit={(answered) => send(task, panel.action, answered)}
        />
      )
    case "time":
      return (
        <TimeForm
          {...asked}
          title={t("forms.callBack")}
          timesFrom={callBackTimes}
          place={place}
          draft={draft}
          onChoose={(callBackAt) => send(contact, panel.action, { callBackAt })}
        />
      )
    case "channel":
      return (
        <ChannelForm
          {...asked}
          draft={draft}
          sheet={sheet}
          task={contact}
          onChoose={(channel) => send(contact, { ...panel.action, channel })}
        />
      )
    case "write":
      return writing ? (
        <WriteForm
          {...asked}
          sheet={sheet}
          writing={writing.sheet}
          answers={said.canned_answers}
          draft={panel.draft}
          onDraft={(draft) => onPanel({ asks: "write", draft })}
          onSend={({ channel, to, subject, text }) =>
            run(contact, {
              name: "attempts",
              body: {
                channel,
                outcome: "message_sent",
                message: {
                  to,
                  text,
                  ...(channel === "email" && { subject }),
                },
                ...written,
              },
            })
          }
        />
      ) : null
    case "wait":
      return (
        <TimeForm
          {...asked}
          title={t("forms.wait")}
          timesFrom={waitTimes}
          place={place}
          draft={draft}
          onChoose={(until) =>
            run(contact, {
              name: "wait",
              body: { until: until.toISOString(), ...written },
            })
          }
        />
      )
    case "cancel":
      return (
        <CancelForm
          {...asked}
          draft={draft}
          sheet={sheet}
          onChoose={(reason) =>
            run(task, { name: "cancel", body: { reason, ...written } })
          }
        />
      )
    case "cancel_order":
      return (
        <CancelOrderForm
          {...asked}
          onBack={leaveOrder}
          task={task}
          sections={sections}
          sheet={sheet}
          onConfirm={() => run(task, { name: "cancel-order" })}
        />
      )
    case "edit_order":
      return (
        <EditOrderForm
          task={task}
          sheet={sheet}
          onEdit={() =>
            task.order_id !== null && editOrder(task.order_id, task.id)
          }
          onLater={leaveOrder}
        />
      )
    case "assign":
      return (
        <AssignForm
          {...asked}
          draft={draft}
          sheet={sheet}
          task={contact}
          onChoose={(assignee_id) =>
            run(contact, { name: "assign", body: { assignee_id, ...written } })
          }
        />
      )
    case "note":
      return (
        <NoteForm
          {...asked}
          note={note}
          onChange={setNote}
          onSubmit={() =>
            run(task, { name: "notes", body: { note: note.trim() } })
          }
        />
      )
    default:
      return (
        <OutcomePanel
          // A key pressed twice must not settle the next task too.
          key={task.id}
          said={said}
          contact={contact}
          hasSections={hasSections}
          isOneOfSeveral={isOneOfSeveral}
          isStuck={isStuck}
          isMain={isMain}
          sections={sections}
          sheet={sheet}
          isMeant={isMeant}
          recording={recording}
          onPanel={onPanel}
        />
      )
  }
}
