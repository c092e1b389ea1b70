import { Component, type ComponentType, type ReactNode } from "react"
import type {
  AdminFollowUpCallSheetOrder,
  AdminFollowUpCallSheetSection,
  AdminFollowUpFacts,
} from "../../src/api/admin/follow-ups/types"
import { FactsSection } from "./facts/facts-section"
import { OrderSection } from "./order/order-section"

/** What a section is drawn from. */
export type DrawnProps<TData> = {
  data: TData
  /** The shop's: all times at the desk are on its clocks. */
  timeZone: string
}

/** What draws a section of this name. */
const DRAWN: ReadonlyMap<string, ComponentType<DrawnProps<unknown>>> = new Map([
  ["order", drawnBy<AdminFollowUpCallSheetOrder>(OrderSection)],
  ["facts", drawnBy<AdminFollowUpFacts>(FactsSection)],
])

/**
 * A part of the call sheet that a kind of work brings. One of a name that this
 * dashboard does not know is left out.
 */
export const SheetSection = ({
  section,
  timeZone,
}: {
  section: AdminFollowUpCallSheetSection
  timeZone: string
}) => {
  const Drawn = DRAWN.get(section.section)
  return Drawn ? (
    <LeftOutIfBroken>
      <Drawn data={section.data} timeZone={timeZone} />
    </LeftOutIfBroken>
  ) : null
}

/** The name of a section says what it carries; nothing checks that a shop's own code keeps to it. */
function drawnBy<TData>(
  Drawn: ComponentType<DrawnProps<TData>>
): ComponentType<DrawnProps<unknown>> {
  return ({ data, timeZone }) => (
    <Drawn data={data as TData} timeZone={timeZone} />
  )
}

/** The call goes on without what a shop's own code put together wrongly. */
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
