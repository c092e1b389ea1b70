import { Container, Heading } from "@medusajs/ui"
import { useCallback, useRef, useState } from "react"
import { useCounts } from "../api/counts"
import { useText } from "../i18n/use-text"
import { ShortcutHelp } from "../keyboard/shortcut-help"
import { QUEUE_KEYS } from "../keyboard/shortcuts"
import { NoticeMenu } from "../news/notice-menu"
import { QueueFilters } from "./queue-filters"
import { QueueSearch } from "./queue-search"
import { QueueTabs } from "./queue-tabs"
import { QueueWork } from "./queue-work"
import { TimersWarning } from "./timers-warning"
import { useQueueParams } from "./use-queue-params"

/** The order desk's page: whom to call next. */
export const QueuePage = () => {
  const t = useText()
  const [params, change] = useQueueParams()
  const { data, isError } = useCounts()
  const search = useRef<HTMLInputElement>(null)
  const [entered, setEntered] = useState<string | null>(null)
  const onReached = useCallback(() => setEntered(null), [])
  const onSearch = useCallback(
    (value: string) => change({ search: value }, { replace: true }),
    [change]
  )

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4 max-lg:flex-wrap max-lg:gap-y-3 max-lg:px-4">
        <Heading>{t("queue.title")}</Heading>
        <div className="flex items-center gap-x-2 max-sm:w-full [&>div]:max-sm:flex-1">
          <QueueSearch
            ref={search}
            value={params.search}
            onChange={onSearch}
            onEnter={setEntered}
          />
          <NoticeMenu />
          <ShortcutHelp shortcuts={QUEUE_KEYS} />
        </div>
      </div>
      <TimersWarning />
      <QueueTabs
        tab={params.tab}
        counts={data?.counts}
        onChange={(tab) => change({ tab })}
        tools={<QueueFilters params={params} onChange={change} />}
      >
        <QueueWork
          params={params}
          onChange={change}
          search={search}
          entered={entered}
          onReached={onReached}
          toDoNow={data?.counts.now ?? 0}
          noNews={isError}
        />
      </QueueTabs>
    </Container>
  )
}
