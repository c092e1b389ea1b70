import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, Text } from "@medusajs/ui"
import { useRef, type ReactNode } from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import type { AskedOutcome } from "../call-sheet/panel"
import { deedAfter } from "../desk/order/order-deed"
import { useText } from "../i18n/use-text"
import { Timer } from "../timer/timer"
import { actionLabel } from "./action-label"
import { Assignee } from "./assignee"
import { CallingNow } from "./calling-now"
import { commandFor } from "./command-for"
import { IconAction } from "./icon-action"
import { MoreOfCall } from "./more-of-call"
import { OrderLink } from "./order-link"
import { isClosed, outcomeActions, type OutcomeAction } from "./outcome-actions"
import { OtherPhones } from "./other-phones"
import { PriorityMark } from "./priority-mark"
import { SmallButton } from "./small-button"
import { useRecord } from "./use-record"
import type { Kinds } from "../desk/kinds"
import { useKinds } from "../desk/use-kinds"

type TaskCardProps = {
  task: FollowUp
  /** Set where tasks of several orders are listed together. */
  showOrder?: boolean
  onOpen: (task: FollowUp, asked?: AskedOutcome["action"]) => void
  children?: ReactNode
}

/** A task on an order's or a customer's page. */
export const TaskCard = ({
  task,
  showOrder = false,
  onOpen,
  children,
}: TaskCardProps) => {
  const t = useText()
  const kinds = useKinds()
  const record = useRecord(undefined, onOpen)
  const card = useRef<HTMLElement>(null)
  const run = async (command: Command) => {
    // The pressed button may be removed when the answer arrives.
    card.current?.focus()
    const changed = await record(task, command)
    const deed = changed && deedAfter(changed, kinds.outcomesOf(task.type))
    if (deed) {
      onOpen(changed, deed)
    }
  }
  const choose = (action: OutcomeAction) =>
    action.asks ? onOpen(task, action) : void run(commandFor(action, {}))
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={kinds.typeName(task.type)}
      className="flex flex-col gap-y-3 px-6 py-4 outline-none"
    >
      <div className="flex items-center gap-x-2">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="flex min-w-0 flex-1 items-center gap-x-1.5"
        >
          <PriorityMark task={task} />
          {kinds.typeName(task.type)}
          {showOrder && <OrderLink task={task} className="font-normal" />}
        </Text>
        {!isClosed(task) && <OtherOutcomes task={task} onChoose={choose} />}
      </div>
      <div className="txt-compact-small text-ui-fg-subtle -my-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Timer task={task} className="[&.border-transparent]:-ms-[7px]" />
        {task.assignee && <Assignee person={task.assignee} />}
        {task.attempt_count > 0 && (
          <span>{t("task.attempts", { count: task.attempt_count })}</span>
        )}
      </div>
      <MoreOfCall inWords task={task} />
      {task.call?.calling && <CallingNow calling={task.call.calling} />}
      {!isClosed(task) && <OtherPhones task={task} />}
      {!isClosed(task) && (
        <div className="flex flex-wrap items-center gap-2">
          <SmallButton
            variant="primary"
            aria-haspopup="dialog"
            onClick={() => onOpen(task)}
          >
            {t("task.openSheet")}
          </SmallButton>
          {usualOutcomes(task, kinds).map((action) => (
            <SmallButton key={action.outcome} onClick={() => choose(action)}>
              {actionLabel(t, kinds, task.type, action)}
            </SmallButton>
          ))}
          {!task.assignee && (
            <SmallButton onClick={() => void run({ name: "claim" })}>
              {t("task.claim")}
            </SmallButton>
          )}
        </div>
      )}
      {children}
    </article>
  )
}

/** The most common outcomes, both reached and not reached. */
function usualOutcomes(task: FollowUp, { outcomesOf }: Kinds): OutcomeAction[] {
  const actions = outcomeActions(task, outcomesOf(task.type))
  return [
    actions.find(({ kind }) => kind === "reached"),
    actions.find(({ kind }) => kind === "tried"),
  ].filter((action) => action !== undefined)
}

const OtherOutcomes = ({
  task,
  onChoose,
}: {
  task: FollowUp
  onChoose: (action: OutcomeAction) => void
}) => {
  const t = useText()
  const kinds = useKinds()
  const usual = usualOutcomes(task, kinds).map(({ outcome }) => outcome)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconAction aria-label={t("task.more")}>
          <EllipsisHorizontal />
        </IconAction>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {outcomeActions(task, kinds.outcomesOf(task.type))
          .filter(({ outcome }) => !usual.includes(outcome))
          .map((action) => (
            <DropdownMenu.Item
              key={action.outcome}
              onSelect={() => onChoose(action)}
            >
              {actionLabel(t, kinds, task.type, action)}
            </DropdownMenu.Item>
          ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
