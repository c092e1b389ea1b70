import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { namesOptions, useReferences, type Entity } from "../../api/references"
import { Picker } from "./picker"
import { useSettled } from "./use-settled"

const SETTLED_AFTER_MS = 250

/** Some of Medusa's own records, by name. */
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
  /** What is to be known of one before it is chosen. */
  noteOn?: (id: string) => string | undefined
  onChange: (ids: string[]) => void
}) => {
  const [search, setSearch] = useState("")
  const { data: found, isError } = useReferences(
    entity,
    useSettled(search.trim(), SETTLED_AFTER_MS)
  )
  const { data: named } = useQuery(namesOptions(entity, ids))
  const nameOf = (id: string) =>
    [...(named ?? []), ...(found ?? [])].find((one) => one.id === id)?.name ??
    id
  return (
    <Picker
      label={label}
      chosen={ids.map((id) => ({ id, name: nameOf(id) }))}
      found={(found ?? []).map((one) => ({ ...one, note: noteOn?.(one.id) }))}
      failed={isError}
      search={entity === "payment_provider" ? null : search}
      onSearch={setSearch}
      onChange={onChange}
    />
  )
}
