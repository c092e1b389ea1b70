import { EllipsisHorizontal } from "@medusajs/icons"
import { Button, DropdownMenu, IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { FollowUp } from "../api/follow-up"
import { actionLabel } from "../call-sheet/outcome-buttons"
import { useText } from "../i18n/use-text"
import { Timer } from "../timer/timer"
import { Assignee } from "./assignee"
import { commandFor } from "./command-for"
import { OrderLink } from "./order-link"
import { isClosed, outcomeActions, type OutcomeAction } from "./outcome-actions"
import { useRecord } from "./use-record"

type TaskCardProps = {
  task: FollowUp
  /** Where tasks of several orders stand together. */
  showOrder?: boolean
  onOpen: (task: FollowUp, asked?: OutcomeAction) => void
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
  return (
    <article
      aria-label={t.of("types", task.type)}
      className="flex flex-col gap-y-3 px-6 py-4"
    >
      <div className="flex items-center justify-between gap-x-4">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="flex items-center gap-x-1.5"
        >
          {t.of("types", task.type)}
          {showOrder && <OrderLink task={task} className="font-normal" />}
        </Text>
        <Timer task={task} className="shrink-0" />
      </div>
      <div className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-3 empty:hidden">
        {task.assignee && <Assignee person={task.assignee} />}
        {task.attempt_count > 0 && (
          <span>{t("task.attempts", { count: task.attempt_count })}</span>
        )}
      </div>
      {!isClosed(task) && <Outcomes task={task} onOpen={onOpen} />}
      {children}
    </article>
  )
}

/** What happens most, as buttons; the rest behind one more. */
const Outcomes = ({ task, onOpen }: Pick<TaskCardProps, "task" | "onOpen">) => {
  const t = useText()
  const record = useRecord()
  const actions = outcomeActions(task)
  const usual = [
    actions.find(({ kind }) => kind === "reached"),
    actions.find(({ kind }) => kind === "tried"),
  ].filter((action) => action !== undefined)
  const others = actions.filter((action) => !usual.includes(action))

  const choose = (action: OutcomeAction) => {
    if (action.asks) {
      onOpen(task, action)
    } else {
      void record(task, commandFor(action, {}))
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="small"
        className="max-lg:min-h-10"
        aria-haspopup="dialog"
        onClick={() => onOpen(task)}
      >
        {t("task.openSheet")}
      </Button>
      {usual.map((action) => (
        <Button
          key={action.outcome}
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={() => choose(action)}
        >
          {actionLabel(t, action)}
        </Button>
      ))}
      {!task.assignee && (
        <Button
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={() => void record(task, { name: "claim" })}
        >
          {t("task.claim")}
        </Button>
      )}
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            size="small"
            variant="transparent"
            className="ml-auto max-lg:size-10"
            aria-label={t("task.more")}
          >
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {others.map((action) => (
            <DropdownMenu.Item
              key={action.outcome}
              onSelect={() => choose(action)}
            >
              {actionLabel(t, action)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}
