import { ExclamationCircle } from "@medusajs/icons"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { Message } from "./message"
import { SmallButton } from "./small-button"

/** What could not be loaded, the server's reason, and the way to try again. */
export const LoadError = ({
  title,
  reason,
  onRetry,
}: {
  title: string
  /** What was thrown, or a text. */
  reason: unknown
  onRetry: () => void
}) => {
  const t = useText()
  return (
    <div role="alert">
      <Message
        icon={<ExclamationCircle />}
        title={title}
        text={refusalText(t, reason)}
      >
        <SmallButton onClick={onRetry}>{t("error.retry")}</SmallButton>
      </Message>
    </div>
  )
}
