import { CheckCircleSolid, MinusMini } from "@medusajs/icons"
import { Container, Heading, Text, clx } from "@medusajs/ui"
import { useId, useState } from "react"
import { Link } from "react-router-dom"
import type {
  AdminFollowUpApplyingCalendarResponse,
  AdminFollowUpReference,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { useTaskTypes } from "../../api/queries"
import { useReferences, type Entity } from "../../api/references"
import { useText } from "../../i18n/use-text"
import { useTypeName } from "../../task/use-type-name"
import { Choice } from "../fields/choice"
import { calendarPath } from "./calendar-paths"
import { useApplying, type AskedTask } from "./queries"
import { refusalText } from "../../refusals/refusal-text"

type Applying = AdminFollowUpApplyingCalendarResponse["applying"]

/** Which calendar a task would run under, and which rules were asked for it. */
export const ApplyingPanel = () => {
  const t = useText()
  const titleId = useId()
  const typeName = useTypeName()
  const { data: types, error: typesError } = useTaskTypes()
  const [chosenType, setType] = useState<string | null>(null)
  const [rest, setRest] = useState<Omit<AskedTask, "type">>({})
  const type = chosenType ?? types?.task_types[0]?.type ?? null
  const applying = useApplying({ ...rest, type: type ?? "" }, type !== null)
  const { data } = applying
  const error = applying.error ?? typesError
  const known = (key: keyof typeof rest) => (id: string | undefined) =>
    setRest({ ...rest, [key]: id })

  return (
    <section aria-labelledby={titleId}>
      <Container className="divide-y p-0">
        <div className="px-6 py-4 max-lg:px-4">
          <Heading level="h2" id={titleId}>
            {t("settings.calendars.which")}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("settings.calendars.whichHint")}
          </Text>
        </div>
        <div className="grid gap-4 px-6 py-4 max-lg:px-4 sm:grid-cols-2 xl:grid-cols-4">
          <Asked label={t("settings.calendars.rules.task_type")}>
            {(label) => (
              <Choice
                label={label}
                className="h-8 w-full"
                value={type}
                choices={(types?.task_types ?? []).map(({ type }) => ({
                  value: type,
                  label: typeName(type),
                }))}
                onChange={setType}
              />
            )}
          </Asked>
          <EntityAsked
            entity="sales_channel"
            id={rest.sales_channel_id}
            onChange={known("sales_channel_id")}
          />
          <EntityAsked
            entity="stock_location"
            id={rest.stock_location_id}
            onChange={known("stock_location_id")}
          />
          <EntityAsked
            entity="region"
            id={rest.region_id}
            onChange={known("region_id")}
          />
        </div>
        <div aria-live="polite" className="px-6 py-4 max-lg:px-4">
          {error && (
            <Text size="small" role="alert">
              {refusalText(t, error)}
            </Text>
          )}
          {data && !error && <Answer applying={data} />}
        </div>
      </Container>
    </section>
  )
}

const Asked = ({
  label,
  children,
}: {
  label: string
  children: (label: string) => React.ReactNode
}) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    <span aria-hidden className="txt-compact-small-plus">
      {label}
    </span>
    {children(label)}
  </div>
)

/** No record of Medusa's has such an id. */
const UNKNOWN = "-"

const EntityAsked = ({
  entity,
  id,
  onChange,
}: {
  entity: Extract<Entity, "sales_channel" | "stock_location" | "region">
  id: string | undefined
  onChange: (id: string | undefined) => void
}) => {
  const t = useText()
  const { data } = useReferences(entity, "")
  return (
    <Asked label={t(`settings.calendars.rules.${entity}`)}>
      {(label) => (
        <Choice
          label={label}
          className="h-8 w-full"
          value={id ?? UNKNOWN}
          choices={[
            { value: UNKNOWN, label: t("settings.calendars.anyOther") },
            ...(data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(chosen) =>
            onChange(chosen === UNKNOWN ? undefined : chosen)
          }
        />
      )}
    </Asked>
  )
}

const Answer = ({ applying }: { applying: Applying }) => {
  const t = useText()
  const typeName = useTypeName()
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
