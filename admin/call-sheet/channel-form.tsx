import type { RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useListKeys } from "../keyboard/use-list-keys"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"
import { NoteField, type NoteDraft } from "./note-field"
import type { WrittenChannel } from "./writing"

/** Asks by which channel a person has sent a message outside the sheet. */
export const ChannelForm = ({
  task,
  draft,
  sheet,
  pending,
  onChoose,
  onBack,
}: {
  task: FollowUp
  draft: NoteDraft
  sheet: RefObject<Element>
  pending: boolean
  onChoose: (channel: WrittenChannel) => void
  onBack: () => void
}) => {
  const t = useText()
  const { list } = useListKeys<HTMLDivElement>(sheet)
  const channels: WrittenChannel[] = [
    ...(task.email ? (["email"] as const) : []),
    "sms",
    "messenger",
  ]
  return (
    <FormFrame title={t("message.channel")} pending={pending} onBack={onBack}>
      <div {...list} className="flex flex-wrap gap-2">
        {channels.map((channel, index) => (
          <SmallButton
            key={channel}
            disabled={pending}
            autoFocus={index === 0}
            onClick={() => onChoose(channel)}
          >
            {t(`channels.${channel}`)}
            <Key name={String(index + 1)} />
          </SmallButton>
        ))}
      </div>
      <NoteField {...draft} />
    </FormFrame>
  )
}
