import { Alert, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { SearchChoice } from "../fields/search-choice"
import { useLeave, useUnsaved } from "../guarded-drawer"
import type { ExceptionDraft } from "./calendar-values"
import { closedOn, holidayChoices } from "./holiday-choices"
import { HolidayList } from "./holiday-list"
import { HolidaysAsOf } from "./holidays-as-of"
import { dateWords } from "./local-day"
import { LabelledChoice } from "./labelled-choice"
import { useHolidayCountries, useHolidays } from "./queries"

/** Most holidays are the same in the whole country. */
const WHOLE_COUNTRY = "-"

const YEARS_AHEAD = 3

export type HolidayPlace = {
  /** Null: nobody has chosen yet. */
  country: string | null
  state: string
}

export const NO_PLACE: HolidayPlace = { country: null, state: WHOLE_COUNTRY }

/** Suggests a country's holidays; those selected become exceptions. */
export const HolidaysForm = ({
  place,
  exceptions,
  timeZone,
  today,
  onPlace,
  onClose,
  onAdd,
}: {
  place: HolidayPlace
  exceptions: readonly ExceptionDraft[]
  /** The calendar's. */
  timeZone: string
  /** YYYY-MM-DD, in the calendar's time zone. */
  today: string
  onPlace: (place: HolidayPlace) => void
  onClose: () => void
  onAdd: (exceptions: ExceptionDraft[]) => void
}) => {
  const t = useText()
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [ofOtherYears, setOfOtherYears] = useState<ExceptionDraft[]>([])

  const { data: known, isPending } = useHolidayCountries(t.locale, timeZone)
  const { state } = place
  const country = place.country ?? known?.country ?? ""
  const countries = known?.countries ?? []
  const states = countries.find(({ code }) => code === country)?.states ?? []
  const query = useHolidays({
    country,
    state: state === WHOLE_COUNTRY ? undefined : state,
    year,
    locale: t.locale,
  })
  const choices = holidayChoices(query.data?.holidays ?? [], exceptions, today)
  const chosen = [
    ...ofOtherYears.filter(({ date }) => !date.startsWith(String(year))),
    ...closedOn(choices, ticked),
  ]
  const leave = useLeave()
  useUnsaved(chosen.length > 0)
  const moveTo = (next: HolidayPlace) => {
    onPlace(next)
    setTicked(new Set())
    setOfOtherYears([])
  }

  return (
    <>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div className="grid grid-cols-2 gap-4">
          <div className="col-span-2 flex">
            <Field label={t("settings.calendars.holidays.country")}>
              {(field) => (
                <SearchChoice
                  label={t("settings.calendars.holidays.country")}
                  field={field}
                  value={country}
                  placeholder={t("settings.fields.choose")}
                  loading={isPending}
                  choices={countries.map(({ code, name }) => ({
                    value: code,
                    label: name,
                  }))}
                  onChange={(code) =>
                    moveTo({ country: code, state: WHOLE_COUNTRY })
                  }
                />
              )}
            </Field>
          </div>
          {states.length > 0 && (
            <LabelledChoice
              label={t("settings.calendars.holidays.state")}
              value={state}
              choices={[
                {
                  value: WHOLE_COUNTRY,
                  label: t("settings.calendars.holidays.wholeCountry"),
                },
                ...states.map(({ code, name }) => ({
                  value: code,
                  label: name,
                })),
              ]}
              onChange={(code) => moveTo({ country, state: code })}
            />
          )}
          <LabelledChoice
            label={t("settings.calendars.holidays.year")}
            value={String(year)}
            choices={Array.from({ length: YEARS_AHEAD }, (_, ahead) => ({
              value: String(thisYear + ahead),
              label: String(thisYear + ahead),
            }))}
            onChange={(next) => {
              setYear(Number(next))
              setOfOtherYears(chosen)
              setTicked(new Set(chosen.map(({ date }) => date)))
            }}
          />
        </div>
        {query.data?.worked_by && (
          <Alert variant="warning" role="status">
            {t("settings.calendars.holidays.worked", {
              law: query.data.worked_by,
              date: dateWords(query.data.as_of, t.locale, {
                day: "numeric",
                month: "long",
                year: "numeric",
              }),
            })}
          </Alert>
        )}
        {country !== "" && (
          <HolidayList
            choices={query.data ? choices : null}
            failed={query.isError}
            ticked={ticked}
            onRetry={() => void query.refetch()}
            onTick={setTicked}
          />
        )}
        {query.data && <HolidaysAsOf year={year} {...query.data} />}
      </Drawer.Body>
      <Drawer.Footer>
        <SmallButton onClick={() => leave(onClose)}>
          {t("settings.cancel")}
        </SmallButton>
        <SmallButton
          variant="primary"
          disabled={chosen.length === 0}
          onClick={() => onAdd(chosen)}
        >
          {chosen.length === 0
            ? t("settings.calendars.holidays.addNone")
            : t("settings.calendars.holidays.add", { count: chosen.length })}
        </SmallButton>
      </Drawer.Footer>
    </>
  )
}
