import type { RefObject } from "react"
import { useEffect, useRef, useState } from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { AskedForm } from "../desk/asked-form"
import { EditOrderForm } from "../desk/order/edit-order-form"
import { deedAfter } from "../desk/order/order-deed"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { useEditOrder } from "../order/return-to-call"
import { commandFor, type Answers } from "../task/command-for"
import { isClosed, type OutcomeAction } from "../task/outcome-actions"
import type { RecordCommand } from "../task/use-record"
import { AssignForm } from "./assign-form"
import { CancelForm } from "./cancel-form"
import { ChannelForm } from "./channel-form"
import { CancelOrderForm } from "./cancel-order-form"
import { loadForms, TimeForm, WriteForm } from "./forms-when-opened"
import { NoteForm } from "./note-form"
import { OutcomePanel } from "./outcome-panel"
import { panelFor, type Panel } from "./panel"
import { callBackTimes, waitTimes } from "./quick-times"

type SheetFootProps = {
  task: FollowUp
  sheet: RefObject<Element>
  panel: Panel
  onPanel: (panel: Panel) => void
  record: RecordCommand
  /** The task needs no work for now: go to the next. */
  onDone: () => void
}

/** Records the call: shows the outcomes, or the form of one. */
export const SheetFoot = ({
  task,
  sheet,
  panel,
  onPanel,
  record,
  onDone,
}: SheetFootProps) => {
  const t = useText()
  const { outcomeName, outcomesOf } = useKinds()
  const editOrder = useEditOrder()
  const [note, setNote] = useState("")
  const [pending, setPending] = useState<string | null>(null)
  const place = {
    timeZone: task.calendar.time_zone,
    zonesThere: task.customer_time_zones,
  }
  // A late answer must not move a user who has gone on to another task.
  const shown = useRef(true)
  useEffect(loadForms, [])
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  const closed = isClosed(task)
  const wasClosed = useRef(closed)
  useEffect(() => {
    // What led to the order's form was undone.
    if (wasClosed.current && !closed) {
      onPanel(null)
    }
    wasClosed.current = closed
  })

  const run = async (name: string, command: Command) => {
    setPending(name)
    const changed = await record(task, command)
    setPending(null)
    if (!changed || !shown.current) {
      return
    }
    if ("body" in command && "note" in command.body) {
      setNote("")
    }
    const deed = closed ? null : deedAfter(changed, outcomesOf(changed.type))
    onPanel(deed && { asks: deed })
    if (deed === null && (isClosed(changed) || changed.status === "waiting")) {
      onDone()
    }
  }
  const choose = (action: OutcomeAction, answers: Answers = {}) =>
    void run(action.outcome, commandFor(action, { note, ...answers }))
  const written = note.trim() ? { note: note.trim() } : {}
  const back = () => onPanel(null)
  /** The call is over, and the order stays as it is. */
  const leaveOrder = () => {
    onPanel(null)
    if (closed) {
      onDone()
    }
  }
  const asked = { pending: pending !== null, onBack: back }
  const draft = { note, onNote: setNote }

  switch (panel?.asks) {
    case "fields":
      return (
        <AskedForm
          {...asked}
          outcome={outcomeName(task.type, panel.action.outcome)}
          fields={panel.fields}
          onSubmit={(answered) => choose(panel.action, answered)}
        />
      )
    case "time":
      return (
        <TimeForm
          {...asked}
          sheet={sheet}
          title={t("forms.callBack")}
          timesFrom={callBackTimes}
          place={place}
          draft={draft}
          onChoose={(callBackAt) => choose(panel.action, { callBackAt })}
        />
      )
    case "channel":
      return (
        <ChannelForm
          {...asked}
          draft={draft}
          sheet={sheet}
          task={task}
          onChoose={(channel) => choose({ ...panel.action, channel })}
        />
      )
    case "write":
      return (
        <WriteForm
          {...asked}
          sheet={sheet}
          task={task}
          draft={panel.draft}
          onDraft={(draft) => onPanel({ asks: "write", draft })}
          onSend={({ channel, to, subject, text }) =>
            void run("write", {
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
      )
    case "wait":
      return (
        <TimeForm
          {...asked}
          sheet={sheet}
          title={t("forms.wait")}
          timesFrom={waitTimes}
          place={place}
          draft={draft}
          onChoose={(until) =>
            void run("wait", {
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
            void run("cancel", { name: "cancel", body: { reason, ...written } })
          }
        />
      )
    case "cancel_order":
      return (
        <CancelOrderForm
          {...asked}
          onBack={leaveOrder}
          task={task}
          onConfirm={() => void run("cancel-order", { name: "cancel-order" })}
        />
      )
    case "edit_order":
      return (
        <EditOrderForm
          task={task}
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
          task={task}
          onChoose={(assignee_id) =>
            void run("assign", {
              name: "assign",
              body: { assignee_id, ...written },
            })
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
            void run("notes", { name: "notes", body: { note: note.trim() } })
          }
        />
      )
    default:
      return (
        <OutcomePanel
          task={task}
          sheet={sheet}
          note={note}
          pending={pending}
          onChoose={(action) =>
            action.asks ? onPanel(panelFor(action)) : choose(action)
          }
          onPanel={onPanel}
          onReopen={() =>
            void run("reopen", { name: "reopen", body: { ...written } })
          }
          onResume={() => void run("resume", { name: "resume" })}
        />
      )
  }
}
