import { CheckCircle, MagnifyingGlass } from "@medusajs/icons"
import { useText } from "../i18n/use-text"
import { Message } from "../task/message"
import { SmallButton } from "../task/small-button"
import {
  isFiltered,
  isSearchedElsewhere,
  type QueueParams,
} from "./queue-params"

/** Shown if there are no tasks, or none that match the filters. */
export const QueueEmpty = ({
  params,
  isNowhere,
  onClear,
}: {
  params: QueueParams
  /** What is searched for is not outside the tab either. */
  isNowhere: boolean
  onClear: () => void
}) => {
  const t = useText()
  const isNarrowed = isFiltered({ ...params, search: "" })
  const clear = (
    <SmallButton onClick={onClear}>{t("queue.filters.clear")}</SmallButton>
  )
  if (isSearchedElsewhere(params) && !isNowhere) {
    // What was found elsewhere follows.
    return (
      <div className="txt-compact-small text-ui-fg-subtle flex min-h-12 flex-wrap items-center gap-x-3 px-6 py-1 max-lg:px-4">
        {t("queue.empty.filtered")} ·{" "}
        {t("queue.searchedIn", { tab: t(`queue.tabs.${params.tab}`) })}
        {isNarrowed && clear}
      </div>
    )
  }
  if (isFiltered(params)) {
    return (
      <Message
        icon={<MagnifyingGlass />}
        title={t("queue.empty.filtered")}
        text={t(
          isNarrowed ? "queue.empty.filteredText" : "queue.empty.searchedText"
        )}
      >
        {isNarrowed && clear}
      </Message>
    )
  }
  return (
    <Message
      icon={<CheckCircle />}
      title={t(`queue.empty.${params.tab}`)}
      text={t(`queue.empty.${params.tab}Text`)}
    />
  )
}
