import { DotsSix } from "@medusajs/icons"
import { Badge, clx } from "@medusajs/ui"
import type { PointerEventHandler } from "react"
import { Link } from "react-router-dom"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { SETTINGS_PATHS } from "../settings-tabs"
import { assignmentText } from "./assignment-text"
import { conditionsText, type Field, type NameOf } from "./condition-text"
import { EnabledSwitch } from "./enabled-switch"
import type { PersonName } from "./escalation-text"
import { PlaybookMenu } from "./playbook-menu"
import { TakenBy } from "./taken-by"
import { targetsText } from "./targets-text"
import { triggersText, type Triggers } from "./trigger-text"
import { useFullName } from "./use-full-name"

/** What the rows need to replace ids with names. */
export type RowWords = {
  triggers: Triggers
  fields: readonly Field[]
  nameOf: NameOf
  personName: PersonName
  calendarName: (id: string) => string
}

type Handle = {
  onPointerDown: PointerEventHandler<HTMLElement>
  onMove: (by: -1 | 1) => void
}

/** A playbook: a short summary, and its actions. */
export const PlaybookRow = ({
  playbook,
  words: { triggers, fields, nameOf, personName, calendarName },
  dragged,
  handle,
  move,
}: {
  playbook: AdminFollowUpPlaybook
  words: RowWords
  dragged: boolean
  /** Undefined if there is nothing to reorder. */
  handle: Handle | undefined
  move: { up?: () => void; down?: () => void }
}) => {
  const t = useText()
  const fullName = useFullName(playbook)
  const { id, name, enabled, definition } = playbook
  const conditions = conditionsText(t, definition.conditions, fields, nameOf)
  return (
    <li
      className={clx(
        "bg-ui-bg-base flex items-start gap-x-3 px-6 py-3 max-lg:px-4",
        dragged && "bg-ui-bg-base-hover shadow-elevation-card-rest relative"
      )}
    >
      {handle && <DragHandle name={fullName} handle={handle} />}
      <div className={`${TOUCH_HEIGHT} flex h-7 items-center`}>
        <EnabledSwitch playbook={playbook} />
      </div>
      <div
        className={clx(
          "txt-compact-small text-ui-fg-subtle grid min-w-0 flex-1 gap-x-6 gap-y-1 py-1 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]",
          !enabled && "opacity-70"
        )}
      >
        <div className="flex min-w-0 flex-col gap-y-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link
              to={`${SETTINGS_PATHS.playbooks}/playbooks/${id}`}
              className="text-ui-fg-base txt-compact-small-plus focus-visible:shadow-borders-focus hover:text-ui-fg-interactive min-w-0 break-words rounded outline-none"
            >
              {name}
            </Link>
            {!enabled && (
              <Badge size="2xsmall">{t("settings.playbooks.off")}</Badge>
            )}
            {playbook.active_tasks > 0 && (
              <span className="txt-compact-xsmall text-ui-fg-subtle">
                {t("settings.playbooks.activeTasks", {
                  count: playbook.active_tasks,
                })}
              </span>
            )}
          </span>
          {enabled && <TakenBy playbook={playbook} />}
          <span className="break-words">
            {triggersText(t, definition.triggers, triggers)}
            {conditions !== null && ` · ${conditions}`}
          </span>
        </div>
        <dl className="flex min-w-0 flex-col gap-y-1">
          <Fact term={t("settings.playbooks.responds")}>
            <span className="text-ui-fg-base">
              {targetsText(t, definition)}
            </span>
            {" · "}
            {definition.calendar_id === null
              ? t("settings.playbooks.inApplying")
              : t("settings.playbooks.inCalendar", {
                  name: calendarName(definition.calendar_id),
                })}
          </Fact>
          <Fact term={t("settings.playbooks.sections.whoGetsIt")}>
            {assignmentText(t, definition.assignment, personName)}
          </Fact>
        </dl>
      </div>
      <PlaybookMenu playbook={playbook} move={move} />
    </li>
  )
}

const Fact = ({
  term,
  children,
}: {
  term: string
  children: React.ReactNode
}) => (
  <div className="min-w-0 break-words">
    <dt className="sr-only">{term}</dt>
    <dd>{children}</dd>
  </div>
)

const DragHandle = ({ name, handle }: { name: string; handle: Handle }) => {
  const t = useText()
  return (
    <button
      type="button"
      aria-label={t("settings.playbooks.drag", { name })}
      aria-keyshortcuts="ArrowUp ArrowDown"
      className={`${TOUCH_HEIGHT} text-ui-fg-muted hover:text-ui-fg-subtle focus-visible:shadow-borders-focus flex h-7 w-5 shrink-0 cursor-grab touch-none items-center justify-center rounded outline-none active:cursor-grabbing max-lg:w-6`}
      onKeyDown={(event) => {
        if (event.key === "ArrowUp" || event.key === "ArrowDown") {
          event.preventDefault()
          handle.onMove(event.key === "ArrowUp" ? -1 : 1)
        }
      }}
      onPointerDown={handle.onPointerDown}
    >
      <DotsSix />
    </button>
  )
}
