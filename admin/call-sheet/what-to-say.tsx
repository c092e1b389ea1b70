import { Text } from "@medusajs/ui"
import type { TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { CannedAnswers } from "./canned-answers"
import { CopyButton } from "./copy-button"
import { Section } from "./section"

/** The script of a task, and the canned answers to send. */
export const WhatToSay = ({
  said: { follow_up: task, script, canned_answers: answers },
}: {
  said: TaskOfCall
}) => {
  const t = useText()
  return (
    <>
      {script && (
        <Section
          title={t(task.phone ? "sheet.script" : "sheet.letter")}
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
    className="border-ui-border-strong whitespace-pre-wrap break-words border-s-2 ps-3"
  >
    {text}
  </Text>
)
