import { Heading, Text } from "@medusajs/ui"
import type { TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { useKinds } from "../desk/use-kinds"
import { CannedAnswers } from "./canned-answers"
import { CopyButton } from "./copy-button"
import { Section } from "./section"

/** The script of a task in the call, and the canned answers to send. */
export const WhatToSay = ({
  said: { follow_up: task, script, canned_answers: answers },
  named,
}: {
  said: TaskOfCall
  /** The call has several tasks, so each script is shown under its name. */
  named: boolean
}) => {
  const t = useText()
  const name = useKinds().typeName(task.type)
  if (!named) {
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
  return (
    <Section
      title={
        task.order_display_id === null
          ? name
          : `${name} #${task.order_display_id}`
      }
      aside={
        script && (
          <CopyButton
            text={script}
            label={`${t("sheet.copyScript")}: ${name}`}
          />
        )
      }
    >
      {script && <Script text={script} />}
      {answers.length > 0 && (
        <>
          <Heading level="h3">{t("sheet.cannedAnswers")}</Heading>
          <CannedAnswers answers={answers} />
        </>
      )}
    </Section>
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
