import {
  Component,
  useContext,
  type ComponentType,
  type ReactNode,
} from "react"
import type { AdminDeliverySection } from "../../src/api/admin/delivery-windows/types"
import type {
  AdminFollowUpCallSheetOrder,
  AdminFollowUpCallSheetSection,
  AdminFollowUpFacts,
  AdminFollowUpOutcome,
} from "../../src/api/admin/follow-ups/types"
import type {
  AdminMoneyDueSection,
  AdminShortageSection,
} from "../../src/api/admin/shortages/types"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet } from "../api/queries"
import { DeliveryWindowSection } from "../delivery-window/when-opened"
import { MoneyDueSection, ShortageSection } from "../shortage/when-opened"
import { ReceiptsOfSection, ReceiptsOfSheet } from "./done-in-section"
import type { DrawnProps } from "./drawn-props"
import { FactsSection } from "./facts/facts-section"
import { OrderSection } from "./order/order-section"

/** The component for each section name. */
const DRAWN: ReadonlyMap<string, ComponentType<DrawnProps<unknown>>> = new Map([
  ["order", drawnBy<AdminFollowUpCallSheetOrder>(OrderSection)],
  ["facts", drawnBy<AdminFollowUpFacts>(FactsSection)],
  ["shortage", drawnBy<AdminShortageSection>(ShortageSection)],
  ["delivery_window", drawnBy<AdminDeliverySection>(DeliveryWindowSection)],
  ["money_due", drawnBy<AdminMoneyDueSection>(MoneyDueSection)],
])

export type MoneyDue = Pick<AdminMoneyDueSection, "amount" | "currency_code">

const isMoneyDue = ({ section }: { section: string }) => section === "money_due"

/** What is due, or to be returned, by a task about that. */
export function dueOf(
  taskId: string,
  sections: CallSheet["sections"]
): MoneyDue | null {
  const section = sections
    .filter(isMoneyDue)
    .find(({ task_ids }) => task_ids.includes(taskId))
  return section ? (section.data as AdminMoneyDueSection) : null
}

/** What is due comes before all that was ordered. */
export const asDrawn = (
  sections: CallSheet["sections"]
): CallSheet["sections"] => [
  ...sections.filter(isMoneyDue),
  ...sections.filter((one) => !isMoneyDue(one)),
]

/** The outcomes to which nothing leads in the sections in which they are done. */
export function impossibleOutcomes(
  outcomes: readonly AdminFollowUpOutcome[],
  taskId: string,
  sections: CallSheet["sections"]
): ReadonlySet<string> {
  const shortLines = sections.flatMap(({ section, task_ids, data }) =>
    section === "shortage" && task_ids.includes(taskId)
      ? (data as AdminShortageSection).lines
      : []
  )
  return new Set(
    shortLines.length === 0
      ? []
      : outcomes.flatMap(({ done_in, outcome }) =>
          done_in === "shortage" && !shortLines.some(canEndAs(outcome))
            ? [outcome]
            : []
        )
  )
}

/** As far as is known before what may be done about the line has come. */
const canEndAs =
  (outcome: string) =>
  ({
    ordered,
    short_by,
    elsewhere,
  }: AdminShortageSection["lines"][number]): boolean =>
    outcome === "part_delivery"
      ? short_by < ordered
      : outcome === "other_location"
        ? elsewhere.some(({ units }) => units >= short_by)
        : true

/**
 * A section of the call sheet from a kind of work. Sections with an unknown
 * name are omitted.
 */
export const SheetSection = ({
  section,
  tasks,
  order,
  ...others
}: {
  section: AdminFollowUpCallSheetSection
  /** All tasks of the call. */
  tasks: readonly FollowUp[]
} & Pick<DrawnProps<unknown>, "order" | "timeZone" | "onPanel">) => {
  const tell = useContext(ReceiptsOfSheet)
  const Drawn = DRAWN.get(section.section)
  const withOrder = (text?: string) => [order, text].filter(Boolean).join(" · ")
  return Drawn ? (
    <LeftOutIfBroken>
      <ReceiptsOfSection.Provider
        value={
          tell && {
            done: (title, text) =>
              tell(section.task_ids, title, withOrder(text)),
            noted: (title, text) => tell([], title, withOrder(text)),
          }
        }
      >
        <Drawn
          data={section.data}
          taskIds={section.task_ids}
          tasks={tasks.filter(({ id }) => section.task_ids.includes(id))}
          order={order}
          {...others}
        />
      </ReceiptsOfSection.Provider>
    </LeftOutIfBroken>
  ) : null
}

/** A section's name determines its data; an extension's data is not checked. */
function drawnBy<TData>(
  Drawn: ComponentType<DrawnProps<TData>>
): ComponentType<DrawnProps<unknown>> {
  return ({ data, ...others }) => <Drawn data={data as TData} {...others} />
}

/** Omits a section whose data from an extension makes it fail. */
class LeftOutIfBroken extends Component<
  { children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
