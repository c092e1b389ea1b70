import type { ReactNode } from "react"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { SheetSection } from "../desk/sheet-section"
import { useKinds } from "../desk/use-kinds"
import { isWorkedOnIn } from "../task/outcome-actions"
import type { Panel } from "./panel"
import { WhatToSay } from "./what-to-say"

/**
 * What a task is about, in the order of a conversation: what is said first, what
 * it is worked on with, and then what may be looked up.
 */
export const SectionsOfTask = ({
  said,
  sections,
  order,
  answers,
  isRepeated,
  onPanel,
  children,
}: {
  said: TaskOfCall
  sections: CallSheet["sections"]
  /** `#1042`, where the call is about more than one order. */
  order: string | null
  /** The canned answers that no task above it offers. */
  answers: TaskOfCall["canned_answers"]
  /** A task above it has the same script. */
  isRepeated?: boolean
  onPanel: (panel: Panel) => void
  /** The outcomes of what is done in its sections. */
  children?: ReactNode
}) => {
  const { outcomesOf } = useKinds()
  const { follow_up: task } = said
  const isWork = isWorkedOnIn(outcomesOf(task.type))
  const draw = (section: CallSheet["sections"][number]) => (
    <SheetSection
      key={`${section.kind} ${section.section} ${section.key}`}
      section={section}
      tasks={[task]}
      order={order}
      timeZone={task.calendar.time_zone}
      onPanel={onPanel}
    />
  )
  const work = sections.filter(isWork).map(draw)
  return (
    <>
      <WhatToSay
        said={said}
        answers={answers}
        isRepeated={isRepeated}
        isShort={work.length > 0}
      >
        {work}
        {children}
      </WhatToSay>
      {sections.filter((section) => !isWork(section)).map(draw)}
    </>
  )
}
