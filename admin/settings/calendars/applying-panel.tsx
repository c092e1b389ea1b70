import { CheckCircleSolid, MinusMini } from "@medusajs/icons"
import { Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type {
  AdminFollowUpApplyingCalendarResponse,
  AdminFollowUpReference,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { useTaskTypes } from "../../api/queries"
import { useReferences } from "../../api/references"
import { useText } from "../../i18n/use-text"
import { useKinds } from "../../desk/use-kinds"
import { refusalText } from "../../refusals/refusal-text"
import { SectionFrame } from "../section-frame"
import { calendarPath } from "./calendar-paths"
import { LabelledChoice } from "./labelled-choice"
import { useApplying, type AskedTask } from "./queries"

type Applying = AdminFollowUpApplyingCalendarResponse["applying"]

const ENTITIES = ["sales_channel", "stock_location", "region"] as const

/** Shows which calendar would apply to a task, and which rules were checked. */
export const ApplyingPanel = () => {
  const t = useText()
  const { typeName } = useKinds()
  const { data: types, error: typesError } = useTaskTypes()
  const [chosenType, setType] = useState<string | null>(null)
  const [rest, setRest] = useState<Omit<AskedTask, "type">>({})
  const type = chosenType ?? types?.task_types[0]?.type ?? null
  const applying = useApplying({ ...rest, type: type ?? "" }, type !== null)
  const { data } = applying
  const error = applying.error ?? typesError

  return (
    <SectionFrame
      title={t("settings.calendars.which")}
      summary={t("settings.calendars.whichHint")}
    >
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <LabelledChoice
          label={t("settings.calendars.rules.task_type")}
          value={type}
          choices={(types?.task_types ?? []).map(({ type }) => ({
            value: type,
            label: typeName(type),
          }))}
          onChange={setType}
        />
        {ENTITIES.map((entity) => (
          <EntityAsked
            key={entity}
            entity={entity}
            id={rest[`${entity}_id`]}
            onChange={(id) => setRest({ ...rest, [`${entity}_id`]: id })}
          />
        ))}
      </div>
      <div
        aria-live="polite"
        className="-mx-6 border-t px-6 pt-4 max-lg:-mx-4 max-lg:px-4"
      >
        {error && (
          <Text size="small" role="alert">
            {refusalText(t, error)}
          </Text>
        )}
        {data && !error && <Answer applying={data} />}
      </div>
    </SectionFrame>
  )
}

/** An id that no Medusa record has. */
const UNKNOWN = "-"

const EntityAsked = ({
  entity,
  id,
  onChange,
}: {
  entity: (typeof ENTITIES)[number]
  id: string | undefined
  onChange: (id: string | undefined) => void
}) => {
  const t = useText()
  const { data } = useReferences(entity)
  return (
    <LabelledChoice
      label={t(`settings.calendars.rules.${entity}`)}
      value={id ?? UNKNOWN}
      choices={[
        { value: UNKNOWN, label: t("settings.calendars.anyOther") },
        ...(data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === UNKNOWN ? undefined : chosen)}
    />
  )
}

const Answer = ({ applying }: { applying: Applying }) => {
  const t = useText()
  const { typeName } = useKinds()
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" leading="compact" weight="plus">
        <CalendarLink calendar={applying.calendar} />
      </Text>
      <ol className="flex list-none flex-col gap-y-1.5">
        {applying.asked.map(({ rule, reference, fits }) => (
          <li
            key={rule}
            className={clx(
              "txt-compact-small flex items-center gap-x-2",
              fits ? "text-ui-fg-base" : "text-ui-fg-subtle"
            )}
          >
            {fits ? (
              <CheckCircleSolid
                aria-hidden
                className="text-ui-tag-green-icon shrink-0"
              />
            ) : (
              <MinusMini aria-hidden className="text-ui-fg-subtle shrink-0" />
            )}
            <span className="min-w-0">
              {[
                t(`settings.calendars.rules.${rule}`),
                reference &&
                  (rule === "task_type"
                    ? typeName(reference.name)
                    : reference.name),
              ]
                .filter(Boolean)
                .join(": ")}{" "}
              <span className="text-ui-fg-subtle">
                {"– "}
                {t(
                  rule === "default"
                    ? "settings.calendars.saysDefault"
                    : fits
                      ? "settings.calendars.says"
                      : "settings.calendars.saysNothing"
                )}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {applying.own_calendars.length > 0 && (
        <div className="txt-compact-small flex flex-col gap-y-1.5 border-t pt-3">
          <p className="text-ui-fg-subtle text-pretty">
            {t("settings.calendars.ownCalendars")}
          </p>
          <ul className="flex list-none flex-col gap-y-1.5">
            {applying.own_calendars.map(({ playbook, calendar }) => (
              <li key={playbook.id} className="min-w-0 break-words">
                {playbook.name}
                <span className="text-ui-fg-subtle"> – </span>
                <CalendarLink calendar={calendar} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

const CalendarLink = ({
  calendar: { id, name },
}: {
  calendar: AdminFollowUpReference
}) => (
  <Link
    to={calendarPath(id)}
    className="text-ui-fg-base decoration-ui-border-strong focus-visible:shadow-borders-focus rounded underline underline-offset-4 outline-none"
  >
    {name}
  </Link>
)
