import type { QueueTab } from "../../src/api/admin/follow-ups/types"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"

/** Says that only this tab was searched, and offers to search all. */
export const SearchedIn = ({
  tab,
  onSearchAll,
}: {
  tab: QueueTab
  onSearchAll: () => void
}) => {
  const t = useText()
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex items-center justify-center gap-x-2 border-t px-6 py-2 max-lg:px-4">
      {t("queue.searchedIn", { tab: t(`queue.tabs.${tab}`) })}
      <SmallButton variant="transparent" onClick={onSearchAll}>
        {t("queue.searchAll")}
      </SmallButton>
    </div>
  )
}
