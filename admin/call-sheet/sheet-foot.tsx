import type { RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { TaskOfCall } from "../api/queries"
import { AskedForm } from "../desk/asked-form"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { AssignForm } from "./assign-form"
import { CancelForm } from "./cancel-form"
import { CancelOrderForm } from "./cancel-order-form"
import { NoteForm } from "./note-form"
import { OutcomePanel } from "./outcome-panel"
import type { Panel } from "./panel"
import { callBackTimes, waitTimes } from "./quick-times"
import { TimeForm } from "./time-form"
import type { Recording } from "./use-recording"

type SheetFootProps = {
  /** The one to settle. */
  said: TaskOfCall
  /** What is true of the whole call is recorded on it. */
  contact: FollowUp
  /** Each task has its outcomes in its own section. */
  hasSections: boolean
  /** The call has more tasks, so this one is named. */
  isOneOfSeveral: boolean
  sheet: RefObject<Element>
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
  sheet,
  panel,
  onPanel,
  recording,
}: SheetFootProps) => {
  const t = useText()
  const { outcomeName } = useKinds()
  const { follow_up: task } = said
  const { note, setNote, written, run, send } = recording
  const timeZone = contact.calendar.time_zone
  const asked = {
    pending: recording.isPending,
    onBack: () => onPanel(null),
  }

  switch (panel?.asks) {
    case "fields":
      return (
        <AskedForm
          {...asked}
          outcome={outcomeName(task.type, panel.action.outcome)}
          fields={panel.fields}
          onSubmit={(answered) => send(task, panel.action, answered)}
        />
      )
    case "time":
      return (
        <TimeForm
          {...asked}
          sheet={sheet}
          title={t("forms.callBack")}
          timesFrom={callBackTimes}
          timeZone={timeZone}
          onChoose={(callBackAt) => send(contact, panel.action, { callBackAt })}
        />
      )
    case "wait":
      return (
        <TimeForm
          {...asked}
          sheet={sheet}
          title={t("forms.wait")}
          timesFrom={waitTimes}
          timeZone={timeZone}
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
          task={task}
          onConfirm={() => run(task, { name: "cancel-order" })}
        />
      )
    case "assign":
      return (
        <AssignForm
          {...asked}
          task={contact}
          onChoose={(assignee_id) =>
            run(contact, { name: "assign", body: { assignee_id } })
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
          sheet={sheet}
          recording={recording}
          onPanel={onPanel}
        />
      )
  }
}
