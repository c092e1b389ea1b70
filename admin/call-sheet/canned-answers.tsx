import { Badge, Text } from "@medusajs/ui"
import { useContext, useState } from "react"
import type { TaskOfCall } from "../api/queries"
import { displayName } from "../i18n/display-name"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { CopyButton } from "./copy-button"
import { draftOf, Writing } from "./writing"

/**
 * Texts for the customer, in their language: to be sent from here where a
 * provider serves a channel, and to be copied.
 */
export const CannedAnswers = ({
  answers,
}: {
  answers: TaskOfCall["canned_answers"]
}) => {
  const t = useText()
  const writing = useContext(Writing)
  const [copiedId, setCopiedId] = useState<string | null>(null)
  return (
    <ul className="flex list-none flex-col gap-y-3">
      {answers.map((answer) => {
        const { id, name, text, unfilled, for_now } = answer
        const draft = writing && draftOf(writing.sheet, answer)
        return (
          <li key={id} className="flex flex-wrap items-start gap-x-2">
            <details className="min-w-0 flex-1" open={for_now}>
              <summary
                className={`${TOUCH_HEIGHT} txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus cursor-pointer break-words rounded py-1 outline-none`}
              >
                {for_now && (
                  <Badge size="2xsmall" color="orange" className="me-2">
                    {t("sheet.sendNow")}
                  </Badge>
                )}
                {name}
                {!answer.is_customers_language && (
                  <Badge size="2xsmall" className="ms-2">
                    {displayName(t, "language", answer.language)}
                  </Badge>
                )}
              </summary>
              <Text
                dir="auto"
                size="small"
                className="text-ui-fg-subtle mt-1 whitespace-pre-wrap break-words"
              >
                {unfilled ?? text}
              </Text>
            </details>
            {writing && draft && (
              <SmallButton
                aria-label={`${t("message.send")}: ${name}`}
                onClick={() => writing.write(draft)}
              >
                {t("message.send")}
              </SmallButton>
            )}
            <CopyButton
              text={unfilled ?? text}
              label={name}
              onCopied={() => setCopiedId(id)}
            />
            <Text
              role="status"
              size="xsmall"
              className="text-ui-fg-subtle w-full"
            >
              {copiedId === id && t("message.copied")}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
