import { useController, type Control } from "react-hook-form"
import type {
  AdminFollowUpCalendar,
  CalendarScope,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { useTaskTypes } from "../../api/queries"
import { useText } from "../../i18n/use-text"
import { useKinds } from "../../desk/use-kinds"
import { EntityPicker } from "../fields/entity-picker"
import { ListPicker } from "../fields/list-picker"
import { inOrderOf } from "../in-order-of"
import { SectionFrame } from "../section-frame"
import {
  sameBinding,
  type BindingDraft,
  type CalendarValues,
} from "./calendar-values"
import { useCalendars } from "./queries"
import { useBindingName } from "./use-binding-name"

/** In the order in which they are checked. */
const SCOPES: readonly CalendarScope[] = [
  "sales_channel",
  "stock_location",
  "region",
  "task_type",
]

/** What the calendar applies to, and what it takes from other calendars. */
export const BindingsSection = ({
  control,
  calendar,
  wrong,
}: {
  control: Control<CalendarValues>
  calendar: AdminFollowUpCalendar
  wrong: readonly string[]
}) => {
  const t = useText()
  const { data } = useCalendars()
  const bindingName = useBindingName()
  const { field } = useController({ control, name: "bindings" })
  const bindings: readonly BindingDraft[] = field.value
  /** The bindings of other calendars, with the calendars' names. */
  const elsewhere = (data?.calendars ?? [])
    .filter(({ id }) => id !== calendar.id)
    .flatMap((other) =>
      other.bindings.map((binding) => ({ ...binding, calendar: other.name }))
    )
  const taken = bindings.flatMap(
    (one) => elsewhere.find((other) => sameBinding(one, other)) ?? []
  )

  return (
    <SectionFrame
      title={t("settings.calendars.bindings")}
      summary={t(
        calendar.is_default
          ? "settings.calendars.bindingsDefault"
          : "settings.calendars.bindingsHint"
      )}
      wrong={wrong}
    >
      <div className="-my-4 divide-y">
        {SCOPES.map((scope) => (
          <ScopeField
            key={scope}
            scope={scope}
            ids={bindings
              .filter((binding) => binding.scope === scope)
              .map(({ reference_id }) => reference_id)}
            noteOn={(reference_id) => {
              const other = elsewhere.find((one) =>
                sameBinding(one, { scope, reference_id })
              )
              return (
                other &&
                t("settings.calendars.hasNow", { calendar: other.calendar })
              )
            }}
            onChange={(ids) =>
              field.onChange(
                inOrderOf(
                  calendar.bindings,
                  [
                    ...bindings.filter((binding) => binding.scope !== scope),
                    ...ids.map((reference_id) => ({ scope, reference_id })),
                  ],
                  sameBinding
                )
              )
            }
          />
        ))}
      </div>
      {taken.length > 0 && (
        <ul className="txt-compact-small text-ui-fg-subtle list-none border-t pt-3">
          {taken.map((binding) => (
            <li key={binding.id}>
              {t("settings.calendars.takenFrom", {
                name: bindingName(binding),
                calendar: binding.calendar,
              })}
            </li>
          ))}
        </ul>
      )}
    </SectionFrame>
  )
}

const ScopeField = ({
  scope,
  ids,
  noteOn,
  onChange,
}: {
  scope: CalendarScope
  ids: readonly string[]
  noteOn: (id: string) => string | undefined
  onChange: (ids: string[]) => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const { data: types, isError } = useTaskTypes()
  const label = t(`settings.calendars.scopes.${scope}`)
  return (
    <div className="grid grid-cols-1 items-start gap-x-4 gap-y-1 py-3 sm:grid-cols-[150px_minmax(0,1fr)]">
      <span className="txt-compact-small-plus flex min-h-7 items-center">
        {label}
      </span>
      {scope === "task_type" ? (
        <ListPicker
          label={label}
          choices={(types?.task_types ?? []).map(({ type }) => ({
            id: type,
            name: typeName(type),
            note: noteOn(type),
          }))}
          ids={ids}
          failed={isError}
          onChange={onChange}
        />
      ) : (
        <EntityPicker
          label={label}
          entity={scope}
          ids={ids}
          noteOn={noteOn}
          onChange={onChange}
        />
      )}
    </div>
  )
}
