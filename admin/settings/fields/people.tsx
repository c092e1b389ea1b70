import { useAssignees } from "../../api/queries"
import { useText } from "../../i18n/use-text"
import { Choice } from "./choice"
import { ListPicker } from "./list-picker"

/** The names of the users to whom tasks can be assigned. */
export const usePersonName = (): ((id: string) => string) => {
  const { data } = useAssignees(true)
  return (id) => data?.assignees.find((person) => person.id === id)?.name ?? id
}

export const PersonChoice = ({
  label,
  id,
  nobody,
  onChange,
}: {
  label: string
  id: string | null
  /** The label for no user, if that is allowed. */
  nobody?: string
  onChange: (id: string | null) => void
}) => {
  const t = useText()
  const { data } = useAssignees(true)
  const people = data?.assignees ?? []
  const gone = id !== null && !people.some((person) => person.id === id)
  return (
    <Choice
      label={label}
      value={id ?? (nobody ? NOBODY : null)}
      placeholder={t("settings.fields.choose")}
      choices={[
        ...(nobody ? [{ value: NOBODY, label: nobody }] : []),
        ...(gone && id !== null ? [{ value: id, label: id }] : []),
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
    />
  )
}

/** An id that no user has. */
const NOBODY = "nobody"

export const PeoplePicker = ({
  label,
  ids,
  onChange,
}: {
  label: string
  ids: readonly string[]
  onChange: (ids: string[]) => void
}) => {
  const { data, isError } = useAssignees(true)
  return (
    <ListPicker
      label={label}
      choices={data?.assignees ?? []}
      ids={ids}
      failed={isError}
      onChange={onChange}
    />
  )
}
