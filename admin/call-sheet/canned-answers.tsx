import { Badge, Text } from "@medusajs/ui"
import type { TaskOfCall } from "../api/queries"
import { displayName } from "../i18n/display-name"
import { useText } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { CopyButton } from "./copy-button"

/** Texts ready to send, in the customer's language. */
export const CannedAnswers = ({
  answers,
}: {
  answers: TaskOfCall["canned_answers"]
}) => {
  const t = useText()
  return (
    <ul className="flex list-none flex-col gap-y-3">
      {answers.map(({ id, name, text, for_now, ...answer }) => (
        <li key={id} className="flex items-start gap-x-2">
          <details className="min-w-0 flex-1" open={for_now}>
            <summary
              className={`${TOUCH_HEIGHT} txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus cursor-pointer truncate rounded py-1 outline-none`}
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
              {text}
            </Text>
          </details>
          <CopyButton text={text} label={name} />
        </li>
      ))}
    </ul>
  )
}
