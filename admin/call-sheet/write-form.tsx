import { Input, Textarea } from "@medusajs/ui"
import type { RefObject } from "react"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { DIGITS, useListKeys } from "../keyboard/use-list-keys"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { Field } from "./field"
import { FormFrame } from "./form-frame"
import { draftOf, type MessageDraft } from "./writing"

type WriteFormProps = {
  writing: Pick<CallSheet, "channels" | "subject">
  answers: TaskOfCall["canned_answers"]
  /** Null: one of the canned answers is to be chosen first. */
  draft: MessageDraft | null
  sheet: RefObject<Element>
  pending: boolean
  onDraft: (draft: MessageDraft) => void
  onSend: (draft: MessageDraft) => void
  onBack: () => void
}

/** Writes to the customer: a canned answer or a text of one's own. */
export const WriteForm = ({ draft, ...props }: WriteFormProps) =>
  draft ? <Compose {...props} draft={draft} /> : <ChooseText {...props} />

const ChooseText = ({
  writing,
  answers,
  sheet,
  pending,
  onDraft,
  onBack,
}: Omit<WriteFormProps, "draft">) => {
  const t = useText()
  const { list } = useListKeys<HTMLDivElement>(sheet)
  const choices = [
    ...answers,
    { id: "", name: t("message.empty"), text: "", unfilled: null },
  ]
  return (
    <FormFrame title={t("message.which")} pending={pending} onBack={onBack}>
      <div {...list} className="flex flex-wrap gap-2">
        {choices.map((answer, index) => (
          <SmallButton
            key={answer.id}
            autoFocus={index === 0}
            onClick={() => {
              const draft = draftOf(writing, answer)
              if (draft) {
                onDraft(draft)
              }
            }}
          >
            {answer.name}
            {index < DIGITS && <Key name={String(index + 1)} />}
          </SmallButton>
        ))}
      </div>
    </FormFrame>
  )
}

/** Shows what is sent and to whom, to be changed before it goes. */
const Compose = ({
  writing: { channels },
  draft,
  pending,
  onDraft,
  onSend,
  onBack,
}: WriteFormProps & { draft: MessageDraft }) => {
  const t = useText()
  const { list } = useListKeys<HTMLDivElement>()
  const { channel, to, subject, text } = draft
  const isMail = channel === "email"
  return (
    <FormFrame
      title={t("message.write")}
      submit={t("message.sendBy", { channel: t(`channels.${channel}`) })}
      pending={pending}
      onSubmit={() => onSend(draft)}
      onBack={onBack}
    >
      {channels.length > 1 && (
        <div {...list} role="group" className="flex gap-2">
          {channels.map((other) => (
            <SmallButton
              key={other.channel}
              aria-pressed={other.channel === channel}
              variant={other.channel === channel ? "primary" : "secondary"}
              onClick={() =>
                onDraft({ ...draft, ...other, to: other.to ?? "" })
              }
            >
              {t(`channels.${other.channel}`)}
            </SmallButton>
          ))}
        </div>
      )}
      <div className="flex gap-x-3 max-sm:flex-col max-sm:gap-y-3">
        <Field label={t("message.to")}>
          {(field) => (
            <Input
              {...field}
              dir="ltr"
              type={isMail ? "email" : "tel"}
              autoComplete="off"
              value={to}
              className={TOUCH_HEIGHT}
              onChange={(event) =>
                onDraft({ ...draft, to: event.target.value })
              }
            />
          )}
        </Field>
        {isMail && (
          <Field label={t("message.subject")}>
            {(field) => (
              <Input
                {...field}
                autoComplete="off"
                value={subject}
                className={TOUCH_HEIGHT}
                onChange={(event) =>
                  onDraft({ ...draft, subject: event.target.value })
                }
              />
            )}
          </Field>
        )}
      </div>
      <Field label={t("message.text")}>
        {(field) => (
          <Textarea
            {...field}
            dir="auto"
            autoFocus
            rows={6}
            value={text}
            onChange={(event) =>
              onDraft({ ...draft, text: event.target.value })
            }
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                onSend(draft)
              }
            }}
          />
        )}
      </Field>
    </FormFrame>
  )
}
