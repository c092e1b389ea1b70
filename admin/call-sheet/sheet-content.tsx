import type { CallSheet } from "../api/queries"
import { BeforeTheCall } from "../desk/order/before-the-call"
import { SheetSection } from "../desk/sheet-section"
import { useText } from "../i18n/use-text"
import { AttemptList } from "../task/attempt-list"
import { TaskHistory } from "../task/task-history"
import { useKinds } from "../desk/use-kinds"
import { EarlierOrders } from "./earlier-orders"
import type { Panel } from "./panel"
import { Section } from "./section"
import { WhatToSay } from "./what-to-say"

/** The scripts, the sections, and the history. */
export const SheetContent = ({
  sheet,
  onPanel,
}: {
  sheet: CallSheet
  onPanel: (panel: Panel) => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const { tasks, sections } = sheet
  const timeZone = tasks[0]?.follow_up.calendar.time_zone ?? "UTC"
  const several = tasks.length > 1
  return (
    <div className="divide-y divide-dashed">
      <BeforeTheCall sheet={sheet} />
      {tasks.map((said) => (
        <WhatToSay
          key={said.follow_up.id}
          said={said}
          sheet={sheet}
          named={several}
        />
      ))}
      {sections.map((section) => (
        <SheetSection
          key={`${section.kind} ${section.section} ${section.key}`}
          section={section}
          tasks={tasks.map(({ follow_up }) => follow_up)}
          timeZone={timeZone}
          onPanel={onPanel}
        />
      ))}
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
      {tasks.map(({ follow_up: task }) => (
        <Section
          key={task.id}
          title={
            several
              ? `${t("sheet.history")}: ${typeName(task.type)}`
              : t("sheet.history")
          }
        >
          <TaskHistory task={task} />
        </Section>
      ))}
    </div>
  )
}
