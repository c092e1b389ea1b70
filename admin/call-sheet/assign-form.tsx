import { Avatar, Text } from "@medusajs/ui"
import { useState, type RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import { useAssignees, useMyId } from "../api/queries"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { DIGITS, useListKeys } from "../keyboard/use-list-keys"
import { SearchBox } from "../task/search-box"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { Field } from "./field"
import { FormFrame } from "./form-frame"
import { NoteField, type NoteDraft } from "./note-field"

/** From this many names on, a search field is shown. */
const SEARCHED_FROM = 8

/** Asks who to assign the task to. */
export const AssignForm = ({
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
  onChoose: (assigneeId: string | null) => void
  onBack: () => void
}) => {
  const t = useText()
  const myId = useMyId()
  const { data, isError } = useAssignees(true)
  const [search, setSearch] = useState("")
  const { list, focusFirst } = useListKeys<HTMLUListElement>(sheet)
  const people = data?.assignees ?? []
  const found = people.filter(({ name, email }) =>
    `${name} ${email}`.toLowerCase().includes(search.trim().toLowerCase())
  )
  const choices = [
    ...found.map(({ id, name }) => ({
      id,
      name: id === myId ? `${name} (${t("task.you")})` : name,
    })),
    ...(task.assignee ? [{ id: null, name: t("task.unassigned") }] : []),
  ].filter(({ id }) => id !== task.assignee?.id)

  return (
    <FormFrame title={t("forms.assign")} pending={pending} onBack={onBack}>
      {people.length >= SEARCHED_FROM && (
        <Field label={t("forms.findPerson")}>
          {(field) => (
            <SearchBox
              {...field}
              autoFocus
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" || event.key === "ArrowDown") {
                  event.preventDefault()
                  focusFirst()
                }
              }}
            />
          )}
        </Field>
      )}
      {isError && <Text size="small">{t("forms.peopleError")}</Text>}
      <ul {...list} className="-mx-2 flex max-h-48 flex-col overflow-y-auto">
        {choices.map(({ id, name }, index) => (
          <li key={id ?? "nobody"}>
            <button
              type="button"
              disabled={pending}
              autoFocus={index === 0 && people.length < SEARCHED_FROM}
              onClick={() => onChoose(id)}
              className={`${TOUCH_HEIGHT} txt-compact-small text-ui-fg-base hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex w-full items-center gap-x-2 rounded-md px-2 py-1.5 text-left outline-none`}
            >
              <Avatar
                aria-hidden
                size="2xsmall"
                fallback={id === null ? "–" : name.charAt(0).toUpperCase()}
              />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {index < DIGITS && <Key name={String(index + 1)} />}
            </button>
          </li>
        ))}
      </ul>
      <NoteField {...draft} />
    </FormFrame>
  )
}
