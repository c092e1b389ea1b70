import { Badge } from "@medusajs/ui"
import { useContext } from "react"
import type { AdminFollowUpAttempt } from "../../src/api/admin/follow-ups/types"
import { Writing, type WrittenChannel } from "../call-sheet/writing"
import { useText } from "../i18n/use-text"
import { SmallButton } from "./small-button"

/** What an attempt wrote, whether it left, and a way to send it again. */
export const SentMessage = ({ attempt }: { attempt: AdminFollowUpAttempt }) => {
  const t = useText()
  const writing = useContext(Writing)
  const { message, channel } = attempt
  if (!message) {
    return null
  }
  const { to, subject, text, status, error } = message
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <Badge size="2xsmall" color={COLORS[status]}>
          <span dir="auto" className="break-all">
            {status === "failed"
              ? t("message.failed", { error: error ?? "" })
              : t(`message.${status}`, { to })}
          </span>
        </Badge>
        {status === "failed" && writing && isWritten(channel) && (
          <SmallButton
            onClick={() =>
              writing.write({ channel, to, subject: subject ?? "", text })
            }
          >
            {t("message.again")}
          </SmallButton>
        )}
      </span>
      <details>
        <summary className="text-ui-fg-subtle focus-visible:shadow-borders-focus cursor-pointer truncate rounded outline-none">
          {subject ?? text}
        </summary>
        <span
          dir="auto"
          className="text-ui-fg-base whitespace-pre-wrap break-words"
        >
          {text}
        </span>
      </details>
    </>
  )
}

const COLORS = { pending: "grey", sent: "green", failed: "red" } as const

function isWritten(channel: string): channel is WrittenChannel {
  return channel === "email" || channel === "sms" || channel === "messenger"
}
