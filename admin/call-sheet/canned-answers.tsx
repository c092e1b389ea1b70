import { Text } from "@medusajs/ui"
import type { CallSheet } from "../api/queries"
import { CopyButton } from "./copy-button"

/** Texts that are ready to be sent, in the customer's language. */
export const CannedAnswers = ({
  answers,
}: {
  answers: CallSheet["canned_answers"]
}) => (
  <ul className="flex list-none flex-col gap-y-3">
    {answers.map(({ id, name, text }) => (
      <li key={id} className="flex items-start gap-x-2">
        <details className="min-w-0 flex-1">
          <summary className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus cursor-pointer truncate rounded py-1 outline-none max-lg:min-h-10">
            {name}
          </summary>
          <Text
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
