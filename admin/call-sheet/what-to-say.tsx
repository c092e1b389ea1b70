import { Text } from "@medusajs/ui"
import type { TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { isClosed } from "../task/outcome-actions"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { CannedAnswers } from "./canned-answers"
import { CopyButton } from "./copy-button"
import { Section } from "./section"

/** The script of a task, and the canned answers to send. */
export const WhatToSay = ({
  said,
  answers,
  isRepeated = false,
}: {
  said: TaskOfCall
  /** Those that no task above it offers. */
  answers: TaskOfCall["canned_answers"]
  /** The call's script has been said: this one greets again. */
  isRepeated?: boolean
}) => {
  const t = useText()
  const { follow_up: task } = said
  // What it asks is settled.
  const script = isClosed(task) ? "" : said.script
  const title = t(task.phone ? "sheet.script" : "sheet.letter")
  return (
    <>
      {script && isRepeated && (
        <details className="px-6 py-2 max-sm:px-4">
          <summary
            className={`${TOUCH_HEIGHT} txt-compact-small-plus text-ui-fg-subtle focus-visible:shadow-borders-focus cursor-pointer rounded py-1 outline-none`}
          >
            {title}
          </summary>
          <div className="flex items-start gap-x-4 py-2">
            <Script text={script} />
            <CopyButton text={script} label={t("sheet.copyScript")} />
          </div>
        </details>
      )}
      {script && !isRepeated && (
        <Section
          title={title}
          aside={<CopyButton text={script} label={t("sheet.copyScript")} />}
        >
          <Script text={script} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section title={t("sheet.cannedAnswers")}>
          <CannedAnswers answers={answers} />
        </Section>
      )}
    </>
  )
}

const Script = ({ text }: { text: string }) => (
  <Text
    dir="auto"
    size="base"
    className="border-ui-border-strong flex-1 whitespace-pre-wrap break-words border-s-2 ps-3"
  >
    {text}
  </Text>
)
