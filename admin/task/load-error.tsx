import { ExclamationCircle } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { Message } from "./message"

/** What could not be loaded, the server's reason, and the way to try again. */
export const LoadError = ({
  title,
  reason,
  onRetry,
}: {
  title: string
  reason: string
  onRetry: () => void
}) => {
  const t = useText()
  return (
    <div role="alert">
      <Message icon={<ExclamationCircle />} title={title} text={reason}>
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={onRetry}
        >
          {t("error.retry")}
        </Button>
      </Message>
    </div>
  )
}
