import { CheckCircle, MagnifyingGlass } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { Message } from "../task/message"
import { isFiltered, type QueueParams } from "./queue-params"

/** That there is nothing to do, or nothing that fits what was asked for. */
export const QueueEmpty = ({
  params,
  onClear,
}: {
  params: QueueParams
  onClear: () => void
}) => {
  const t = useText()
  if (isFiltered(params)) {
    return (
      <Message
        icon={<MagnifyingGlass />}
        title={t("queue.empty.filtered")}
        text={t("queue.empty.filteredText")}
      >
        <Button
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={onClear}
        >
          {t("queue.filters.clear")}
        </Button>
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
