import { ExclamationCircle } from "@medusajs/icons"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { Message } from "./message"
import { SmallButton } from "./small-button"

/** What failed to load, the server's reason, and a retry button. */
export const LoadError = ({
  title,
  reason,
  onRetry,
}: {
  title: string
  /** The thrown error, or a text. */
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
