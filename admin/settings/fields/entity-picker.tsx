import { useState } from "react"
import { useNamesOf, useReferences, type Entity } from "../../api/references"
import { Picker } from "./picker"
import { useSettled } from "./use-settled"

const SETTLED_AFTER_MS = 250

/** Some of Medusa's own records, by name. */
export const EntityPicker = ({
  label,
  entity,
  ids,
  onChange,
}: {
  label: string
  entity: Entity
  ids: readonly string[]
  onChange: (ids: string[]) => void
}) => {
  const [search, setSearch] = useState("")
  const { data: found, isError } = useReferences(
    entity,
    useSettled(search.trim(), SETTLED_AFTER_MS)
  )
  const { data: named } = useNamesOf(entity, ids)
  const nameOf = (id: string) =>
    [...(named ?? []), ...(found ?? [])].find((one) => one.id === id)?.name ??
    id
  return (
    <Picker
      label={label}
      chosen={ids.map((id) => ({ id, name: nameOf(id) }))}
      found={found ?? []}
      failed={isError}
      search={entity === "payment_provider" ? null : search}
      onSearch={setSearch}
      onChange={onChange}
    />
  )
}
