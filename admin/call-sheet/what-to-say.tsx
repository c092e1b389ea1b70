import { ChevronDownMini, ChevronUpMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { isClosed } from "../task/outcome-actions"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { CannedAnswers } from "./canned-answers"
import { CopyButton } from "./copy-button"
import { Section } from "./section"

/**
 * The script of a task, and the canned answers to send. What the task is worked on
 * with comes between them, below what is said first.
 */
export const WhatToSay = ({
  said,
  answers,
  isRepeated = false,
  isShort = false,
  children,
}: {
  said: TaskOfCall
  /** Those that no task above it offers. */
  answers: TaskOfCall["canned_answers"]
  /** The call's script has been said: this one greets again. */
  isRepeated?: boolean
  /** Only what is said first is shown until the agent wants the rest. */
  isShort?: boolean
  children?: ReactNode
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
        <ScriptSection title={title} text={script} isShort={isShort} />
      )}
      {children}
      {answers.length > 0 && (
        <Section title={t("sheet.cannedAnswers")}>
          <CannedAnswers answers={answers} />
        </Section>
      )}
    </>
  )
}

/** Lines: the greeting, and what the call is about. */
const SAID_FIRST = 2

const ScriptSection = ({
  title,
  text,
  isShort,
}: {
  title: string
  text: string
  isShort: boolean
}) => {
  const t = useText()
  const [isOpened, setIsOpened] = useState(false)
  const lines = text.trim().split("\n")
  const opens = isShort && lines.length > SAID_FIRST
  return (
    <Section
      title={
        opens ? (
          <button
            type="button"
            aria-expanded={isOpened}
            className={`${TOUCH_HEIGHT} focus-visible:shadow-borders-focus flex items-center gap-x-1 rounded outline-none`}
            onClick={() => setIsOpened(!isOpened)}
          >
            {title}
            {isOpened ? <ChevronUpMini /> : <ChevronDownMini />}
          </button>
        ) : (
          title
        )
      }
      aside={<CopyButton text={text} label={t("sheet.copyScript")} />}
    >
      <Script
        text={opens && !isOpened ? lines.slice(0, SAID_FIRST).join("\n") : text}
      />
    </Section>
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
