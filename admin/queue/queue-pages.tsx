import { ChevronLeftMini, ChevronRightMini } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { PAGE_SIZE } from "./queue-params"

export const QueuePages = ({
  page,
  count,
  onChange,
}: {
  page: number
  count: number
  onChange: (page: number) => void
}) => {
  const t = useText()
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE))
  if (pages === 1 && page === 1) {
    return null
  }
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex items-center justify-between border-t px-6 py-3 max-lg:px-4">
      <span className="tabular-nums">
        {t("queue.page", {
          from: Math.min((page - 1) * PAGE_SIZE + 1, count),
          to: Math.min(page * PAGE_SIZE, count),
          total: count,
        })}
      </span>
      <div className="flex gap-x-2">
        <IconButton
          className="max-lg:size-10"
          aria-label={t("queue.previousPage")}
          disabled={page <= 1}
          onClick={() => onChange(page - 1)}
        >
          <ChevronLeftMini />
        </IconButton>
        <IconButton
          className="max-lg:size-10"
          aria-label={t("queue.nextPage")}
          disabled={page >= pages}
          onClick={() => onChange(page + 1)}
        >
          <ChevronRightMini />
        </IconButton>
      </div>
    </div>
  )
}
