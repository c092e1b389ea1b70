import { ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useContext } from "react"
import type { TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { CopyButton } from "./copy-button"
import { draftOf, Writing } from "./writing"

/** What to do after the last attempt. */
export const FallbackHint = ({
  said: { follow_up: task, canned_answers: answers },
  pending,
  onCancelOrder,
}: {
  said: TaskOfCall
  pending: boolean
  onCancelOrder: () => void
}) => {
  const t = useText()
  const answer = answers.find(({ for_now }) => for_now)
  const writing = useContext(Writing)
  const draft = writing && answer && draftOf(writing.sheet, answer)
  if (!task.fallback) {
    return null
  }
  return (
    <div className="bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text flex flex-wrap items-center gap-2 rounded-md border px-3 py-2">
      <ExclamationCircle aria-hidden className="shrink-0" />
      <Text size="small" leading="compact" className="min-w-0 flex-1">
        {answer
          ? t("fallback.sendAnswer", { name: answer.name })
          : t(`fallback.${task.fallback}`)}
      </Text>
      {writing && draft && (
        <SmallButton disabled={pending} onClick={() => writing.write(draft)}>
          {t("message.send")}
        </SmallButton>
      )}
      {answer && <CopyButton text={answer.text} label={answer.name} />}
      {task.fallback === "cancel_order" && (
        <SmallButton disabled={pending} onClick={onCancelOrder}>
          {t("fallback.cancelOrder")}
        </SmallButton>
      )}
    </div>
  )
}
