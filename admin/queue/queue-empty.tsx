import { CheckCircle, MagnifyingGlass } from "@medusajs/icons"
import { useText } from "../i18n/use-text"
import { Message } from "../task/message"
import { SmallButton } from "../task/small-button"
import { isFiltered, type QueueParams } from "./queue-params"

/** Shown if there are no tasks, or none that match the filters. */
export const QueueEmpty = ({
  params,
  onClear,
}: {
  params: QueueParams
  onClear: () => void
}) => {
  const t = useText()
  const isSearch = params.search.trim() !== ""
  if (isSearch && !isFiltered({ ...params, search: "" })) {
    return (
      <Message
        icon={<MagnifyingGlass />}
        title={t("queue.empty.filtered")}
        text={
          params.tab === "all"
            ? t("queue.empty.searchedText")
            : t("queue.searchedIn", { tab: t(`queue.tabs.${params.tab}`) })
        }
      />
    )
  }
  if (isFiltered(params)) {
    return (
      <Message
        icon={<MagnifyingGlass />}
        title={t("queue.empty.filtered")}
        text={t("queue.empty.filteredText")}
      >
        <SmallButton onClick={onClear}>{t("queue.filters.clear")}</SmallButton>
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
