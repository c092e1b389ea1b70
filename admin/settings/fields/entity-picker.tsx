import { useComboboxData } from "@medusajs/dashboard/hooks"
import { useQuery } from "@tanstack/react-query"
import {
  isSearched,
  namesOptions,
  referencesOptions,
  type Entity,
} from "../../api/references"
import { Picker } from "./picker"

/** Selects Medusa records by name. */
export const EntityPicker = ({
  label,
  entity,
  ids,
  noteOn,
  onChange,
}: {
  label: string
  entity: Entity
  ids: readonly string[]
  /** A note shown with an option. */
  noteOn?: (id: string) => string | undefined
  onChange: (ids: string[]) => void
}) => {
  const {
    options,
    isError,
    fetchNextPage,
    isFetchingNextPage,
    searchValue,
    onSearchValueChange,
  } = useComboboxData(referencesOptions(entity))
  const { data: named = [] } = useQuery(namesOptions(entity, ids))
  const found = options.map(({ value, label }) => ({ id: value, name: label }))
  return (
    <Picker
      label={label}
      chosen={ids.map(
        (id) =>
          [...named, ...found].find((one) => one.id === id) ?? { id, name: id }
      )}
      found={found.map((one) => ({ ...one, note: noteOn?.(one.id) }))}
      failed={isError}
      fetchNextPage={() => void fetchNextPage()}
      isFetchingNextPage={isFetchingNextPage}
      {...(isSearched(entity) && { searchValue, onSearchValueChange })}
      onChange={onChange}
    />
  )
}
