import { ChevronDownMini, ChevronUpMini } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { FollowUp } from "../api/follow-up"
import { callSheetOptions } from "../api/queries"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { dueOf } from "../desk/sheet-section"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { Amount } from "../task/amount"
import { ClosedBy } from "../task/closed-by"
import { OrderLink } from "../task/order-link"
import {
  canReopen,
  isClosed,
  groupsOf,
  isDoneInSection,
  outcomeActions,
  type OutcomeAction,
} from "../task/outcome-actions"
import { Phone } from "../task/phone"
import { PriorityMark } from "../task/priority-mark"
import { SmallButton } from "../task/small-button"
import { Timer } from "../timer/timer"
import { FallbackHint } from "./fallback-hint"
import { OutcomeButtons } from "./outcome-buttons"
import type { Panel } from "./panel"
import { SectionsOfTask } from "./sections-of-task"
import type { Recording } from "./use-recording"

type CallTaskProps = {
  said: TaskOfCall
  /** What its kind of work adds. */
  sections: CallSheet["sections"]
  /** `#1042`, where the call is about more than one order. */
  order: string | null
  contact: FollowUp
  /** The keys settle this one. */
  current: boolean
  /** Its outcomes are in the foot. */
  isInFoot: boolean
  /** Outcomes of it to which nothing leads on the sheet. */
  impossible: ReadonlySet<string>
  /** The canned answers that no task above it offers. */
  answers: TaskOfCall["canned_answers"]
  /** A task above it has the same script. */
  isRepeated: boolean
  /** To record what came of it is what comes next. */
  isMain: boolean
  recording: Recording
  onCurrent: (id: string) => void
  onPanel: (panel: Panel) => void
}

/** A task of a call with several: its outcomes, and all that it is about. */
export const CallTask = ({
  said,
  sections,
  order,
  contact,
  current,
  isInFoot,
  impossible,
  answers,
  isRepeated,
  isMain,
  recording,
  onCurrent,
  onPanel,
}: CallTaskProps) => {
  const t = useText()
  const { typeName, outcomesOf } = useKinds()
  const { follow_up: task } = said
  const [isOpened, setIsOpened] = useState(false)
  // Once it is settled, it is no longer on the sheet of the others.
  const settled = useQuery({
    ...callSheetOptions(task.id, t.language),
    enabled: isClosed(task) && isOpened,
  })
  const drawn = !isClosed(task)
    ? sections
    : isOpened
      ? (settled.data?.sections ?? [])
      : []
  const titleId = callTaskTitleId(task.id)
  const outcomes = outcomesOf(task.type)
  const endings = outcomeActions(task, outcomes, contact).filter(
    ({ outcome }) => !impossible.has(outcome)
  )
  const isInSection = isDoneInSection(outcomes)
  const amount = dueOf(task.id, sections)?.amount ?? task.order_total
  const ask = (asks: "cancel" | "cancel_order") => {
    onCurrent(task.id)
    onPanel({ asks })
  }
  const buttons = {
    type: task.type,
    pending: recording.pendingOf(task.id),
    hasKeys: current,
    onChoose: (action: OutcomeAction) => {
      onCurrent(task.id)
      recording.choose(task, action)
    },
  }
  const choice = !isInFoot && (
    <div className="flex flex-col gap-y-2.5 px-6 pb-2 pt-3 max-sm:px-4">
      <FallbackHint
        said={said}
        pending={recording.isPending}
        onCancelOrder={() => ask("cancel_order")}
      />
      {groupsOf(endings).map(({ kind, title, actions }, index) => (
        <OutcomeButtons
          key={kind}
          {...buttons}
          primary={
            current &&
            isMain &&
            index === 0 &&
            kind === "reached" &&
            !isInSection
          }
          title={t(title)}
          actions={actions}
        />
      ))}
      <div>
        <SmallButton
          variant="transparent"
          className="text-ui-fg-subtle -ml-2"
          aria-keyshortcuts={current ? "x" : undefined}
          disabled={recording.isPending}
          onClick={() => ask("cancel")}
        >
          {t("outcomeBar.cancel")}
          {current && <Key name="x" />}
        </SmallButton>
      </div>
    </div>
  )
  return (
    <section
      id={callTaskId(task.id)}
      tabIndex={-1}
      aria-labelledby={titleId}
      aria-current={current || undefined}
      onFocus={() => onCurrent(task.id)}
      className={clx(
        "relative outline-none before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:content-['']",
        current && "before:bg-ui-fg-interactive"
      )}
    >
      <header
        className={clx(
          "txt-compact-small text-ui-fg-subtle flex flex-wrap items-center gap-x-3 gap-y-1 px-6 py-3 max-sm:px-4",
          current && !isClosed(task) && "bg-ui-bg-subtle"
        )}
      >
        <h2
          id={titleId}
          className="txt-compact-medium-plus text-ui-fg-base flex items-center gap-x-1.5"
        >
          <PriorityMark task={task} />
          {isClosed(task) ? (
            <button
              type="button"
              aria-expanded={isOpened}
              className="focus-visible:shadow-borders-focus flex items-center rounded outline-none"
              onClick={() => setIsOpened(!isOpened)}
            >
              {typeName(task.type)}
              {isOpened ? <ChevronUpMini /> : <ChevronDownMini />}
            </button>
          ) : (
            typeName(task.type)
          )}
          <OrderLink task={task} />
        </h2>
        <Timer task={task} />
        <ClosedBy task={task} />
        {!isClosed(task) && amount !== null && task.currency_code !== null && (
          <Amount
            amount={amount}
            currencyCode={task.currency_code}
            className="ml-auto"
          />
        )}
        {!isClosed(task) &&
          task.phone !== null &&
          task.phone_e164 !== contact.phone_e164 && <Phone task={task} />}
        {canReopen(task) && (
          <SmallButton
            variant="transparent"
            aria-keyshortcuts={current ? "r" : undefined}
            disabled={recording.isPending}
            onClick={() => recording.run(task, { name: "reopen", body: {} })}
          >
            {t("outcomeBar.reopen")}
            {current && <Key name="r" />}
          </SmallButton>
        )}
      </header>
      {!isClosed(task) && !isInSection && choice}
      <SectionsOfTask
        said={said}
        sections={drawn}
        order={order}
        answers={isClosed(task) ? [] : answers}
        isRepeated={isRepeated}
        onPanel={(panel) => {
          onCurrent(task.id)
          onPanel(panel)
        }}
      >
        {!isClosed(task) && isInSection && choice}
      </SectionsOfTask>
    </section>
  )
}

export function callTaskId(id: string): string {
  return `follow-up-of-call-${id}`
}

export const callTaskTitleId = (id: string) => `${callTaskId(id)}-title`
