import type { FollowUp } from "../api/follow-up"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { BeforeTheCall } from "../desk/order/before-the-call"
import { asDrawn, impossibleOutcomes } from "../desk/sheet-section"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { AttemptList } from "../task/attempt-list"
import { isClosed } from "../task/outcome-actions"
import { TaskHistory } from "../task/task-history"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { CallTask } from "./call-task"
import { EarlierOrders } from "./earlier-orders"
import { answersOf, isRepeated, orderNameIn } from "./merge-tasks"
import type { Panel } from "./panel"
import { Section } from "./section"
import { SectionsOfTask } from "./sections-of-task"
import type { Recording } from "./use-recording"

type SheetContentProps = {
  sheet: CallSheet
  tasks: readonly TaskOfCall[]
  contact: FollowUp
  currentId: string
  /** Each task has its outcomes in its own section. */
  hasSections: boolean
  /** To record what came of it is what comes next. */
  isMain: boolean
  recording: Recording
  onCurrent: (id: string) => void
  onPanel: (panel: Panel) => void
}

/** The tasks with what they are about, and the customer's history. */
export const SheetContent = ({
  sheet,
  tasks,
  contact,
  currentId,
  hasSections,
  ...acts
}: SheetContentProps) => {
  const t = useText()
  const { taskName, outcomesOf } = useKinds()
  const timeZone = contact.calendar.time_zone
  const several = tasks.length > 1
  const orderName = orderNameIn(tasks)
  return (
    <div className="divide-y divide-dashed">
      <BeforeTheCall sheet={sheet} />
      {tasks.map((said, index) =>
        hasSections || index > 0 ? (
          <CallTask
            key={said.follow_up.id}
            said={said}
            sections={sectionsOf(said, tasks, sheet)}
            order={orderName(said.follow_up)}
            contact={contact}
            current={said.follow_up.id === currentId}
            isInFoot={!hasSections}
            impossible={impossibleOutcomes(
              outcomesOf(said.follow_up.type),
              said.follow_up.id,
              sheet.sections
            )}
            answers={answersOf(tasks, index)}
            isRepeated={isRepeated(tasks, index)}
            {...acts}
          />
        ) : (
          !(several && isClosed(said.follow_up)) && (
            <div
              key={said.follow_up.id}
              className="divide-y divide-dashed"
              onFocus={() => acts.onCurrent(said.follow_up.id)}
            >
              <SectionsOfTask
                said={said}
                sections={sectionsOf(said, tasks, sheet)}
                order={orderName(said.follow_up)}
                answers={said.canned_answers}
                onPanel={acts.onPanel}
              />
            </div>
          )
        )
      )}
      {sheet.earlier_orders.length > 0 && (
        <Section
          title={t("sheet.earlier", { count: sheet.earlier_order_count })}
        >
          <EarlierOrders orders={sheet.earlier_orders} timeZone={timeZone} />
        </Section>
      )}
      {sheet.attempts.length > 0 && (
        <Section title={t("sheet.attempts")}>
          <AttemptList attempts={sheet.attempts} timeZone={timeZone} />
        </Section>
      )}
      <Section title={t("sheet.history")}>
        {tasks.map(({ follow_up: task }) =>
          several ? (
            <details key={task.id}>
              <summary
                className={`${TOUCH_HEIGHT} txt-compact-small-plus text-ui-fg-subtle focus-visible:shadow-borders-focus cursor-pointer rounded py-1 outline-none`}
              >
                {taskName(task)}
              </summary>
              <div className="py-2">
                <TaskHistory task={task} />
              </div>
            </details>
          ) : (
            <TaskHistory key={task.id} task={task} />
          )
        )}
      </Section>
    </div>
  )
}

/** A section that is about several tasks is shown once, with the first. */
function sectionsOf(
  { follow_up }: TaskOfCall,
  tasks: readonly TaskOfCall[],
  { sections }: CallSheet
): CallSheet["sections"] {
  const open = tasks.filter((said) => !isClosed(said.follow_up))
  const shown = open.length > 0 ? open : tasks
  return asDrawn(sections).filter(({ task_ids }) => {
    const first = shown.find((said) => task_ids.includes(said.follow_up.id))
    return (first ?? shown[0])?.follow_up.id === follow_up.id
  })
}
