import { ExclamationCircle } from "@medusajs/icons"
import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { AdminFollowUpListParams } from "../../src/api/admin/follow-ups/types"
import { isForbidden } from "../api/client"
import { useCounts } from "../api/counts"
import type { FollowUp } from "../api/follow-up"
import { useFollowUps } from "../api/queries"
import type { AskedOutcome } from "../call-sheet/panel"
import { useText } from "../i18n/use-text"
import { CallSheet } from "../queue/when-opened"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { isClosed } from "./outcome-actions"
import { SmallButton } from "./small-button"
import { TaskCard } from "./task-card"

/** A regular customer has many closed tasks; each requests its own history. */
const SHOWN = 5

type TaskSectionProps = {
  /** Selects the tasks. */
  of: AdminFollowUpListParams
  empty: string
  showOrder?: boolean
  /** Shown beside the title. */
  aside?: ReactNode
  /** Shown above the tasks. */
  above?: ReactNode
  /** Shown below an open task. */
  below?: (task: FollowUp) => ReactNode
}

/**
 * The tasks of an order or a customer, on its page; hidden from users without
 * permission.
 */
export const TaskSection = ({
  of,
  empty,
  showOrder,
  aside,
  above,
  below,
}: TaskSectionProps) => {
  const t = useText()
  useCounts()
  const { data, error, refetch } = useFollowUps({
    ...of,
    order: "-opened_at",
    limit: 50,
  })
  useRefetchAtNextChange(data?.follow_ups ?? [])
  const [openId, setOpenId] = useState<string | null>(null)
  const [wasOpened, setWasOpened] = useState(false)
  const [asked, setAsked] = useState<AskedOutcome | null>(null)

  const [all, setAll] = useState(false)
  if (isForbidden(error)) {
    return null
  }
  // Open tasks come before closed ones.
  const tasks = [...(data?.follow_ups ?? [])].sort(
    (a, b) => Number(isClosed(a)) - Number(isClosed(b))
  )

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("widget.title")}</Heading>
        {aside}
      </div>
      {above}
      {!data && !error && (
        <div aria-hidden className="flex flex-col gap-y-3 px-6 py-4">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-7 w-full" />
        </div>
      )}
      {error && (
        <div
          role="alert"
          className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2 px-6 py-4"
        >
          <ExclamationCircle aria-hidden className="shrink-0" />
          <span className="min-w-0 flex-1">{t("queue.error")}</span>
          <SmallButton onClick={() => void refetch()}>
            {t("error.retry")}
          </SmallButton>
        </div>
      )}
      {data && tasks.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {empty}
        </Text>
      )}
      {(all ? tasks : tasks.slice(0, SHOWN)).map((task) => (
        <TaskCard
          key={task.id}
          task={task}
          showOrder={showOrder}
          onOpen={(opened, action) => {
            setAsked(action ? { taskId: opened.id, action } : null)
            setOpenId(opened.id)
            setWasOpened(true)
          }}
        >
          {below?.(task)}
        </TaskCard>
      ))}
      {!all && tasks.length > SHOWN && (
        <div className="px-4 py-2">
          <SmallButton variant="transparent" onClick={() => setAll(true)}>
            {t("history.showAll", { count: tasks.length - SHOWN })}
          </SmallButton>
        </div>
      )}
      {wasOpened && (
        <CallSheet
          taskId={openId}
          asked={asked}
          onClose={() => setOpenId(null)}
        />
      )}
    </Container>
  )
}
